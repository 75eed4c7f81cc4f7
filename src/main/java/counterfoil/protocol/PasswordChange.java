package counterfoil.protocol;

/**
 * {@code PUT /v1/users/{id}/password}.
 *
 * @param proof what allows the change
 * @param newPassword the new password
 */
public record PasswordChange(Proof proof, String newPassword) {

  /** What allows the change. */
  public sealed interface Proof {}

  /**
   * The password until now; the user is signed in.
   *
   * @param password the password
   */
  public record OldPassword(String password) implements Proof {
    /** Leaves the password out. */
    @Override
    public String toString() {
      return "OldPassword[not shown]";
    }
  }

  /**
   * A code that an administrator handed over; nobody is signed in.
   *
   * @param code the code
   */
  public record ResetCode(String code) implements Proof {
    /** Leaves the code out. */
    @Override
    public String toString() {
      return "ResetCode[not shown]";
    }
  }

  /** Reads a body. */
  public static PasswordChange read(byte[] body) throws MalformedJson, InvalidContent {
    Members in = Members.ofBody(body);
    if (in.has("old_password") == in.has("reset_code")) {
      throw in.invalid("old_password", "exactly one of old_password and reset_code must be given");
    }
    Proof proof =
        in.has("old_password")
            ? new OldPassword(in.text("old_password", 1024))
            : new ResetCode(in.text("reset_code", 64));
    return new PasswordChange(proof, in.text("new_password", 1024));
  }

  /** The body. */
  public byte[] bytes() {
    Json json = Json.object().put("new_password", newPassword);
    switch (proof) {
      case OldPassword(String password) -> json.put("old_password", password);
      case ResetCode(String code) -> json.put("reset_code", code);
    }
    return json.bytes();
  }

  /** Leaves the secrets out. */
  @Override
  public String toString() {
    return "PasswordChange[not shown]";
  }
}

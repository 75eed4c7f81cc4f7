package counterfoil.protocol;

import java.time.Instant;

/**
 * The answer of {@code POST /v1/users/{id}/reset-code}: what an administrator hands to a user who
 * has no password yet, or has lost it.
 *
 * @param code the code, used once
 * @param expiresAt when it dies, UTC
 */
public record ResetCodeGrant(String code, Instant expiresAt) {

  /** Reads a body. */
  public static ResetCodeGrant read(byte[] body) throws MalformedJson, InvalidContent {
    Members in = Members.ofBody(body);
    return new ResetCodeGrant(in.text("reset_code", 64), in.time("expires_at"));
  }

  /** The body. */
  public byte[] bytes() {
    return Json.object().put("reset_code", code).put("expires_at", expiresAt).bytes();
  }

  /** Leaves the code out. */
  @Override
  public String toString() {
    return "ResetCodeGrant[not shown]";
  }
}

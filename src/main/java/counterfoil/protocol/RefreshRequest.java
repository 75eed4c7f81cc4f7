package counterfoil.protocol;

/**
 * {@code POST /v1/sessions/refresh}.
 *
 * @param refreshToken the token that renews
 */
public record RefreshRequest(String refreshToken) {

  /** Reads a body. */
  public static RefreshRequest read(byte[] body) throws MalformedJson, InvalidContent {
    return new RefreshRequest(Members.ofBody(body).text("refresh_token", 2048));
  }

  /** The body. */
  public byte[] bytes() {
    return Json.object().put("refresh_token", refreshToken).bytes();
  }

  /** Leaves the token out. */
  @Override
  public String toString() {
    return "RefreshRequest[not shown]";
  }
}

package counterfoil.protocol;

/**
 * An access token and the token that renews it.
 *
 * @param accessToken opaque; travels as {@code Authorization: DPoP …}
 * @param expiresIn seconds until it expires
 * @param refreshToken opaque; used once
 */
public record TokenPair(String accessToken, long expiresIn, String refreshToken) {

  /** Reads the answer of {@code POST /v1/sessions/refresh}. */
  public static TokenPair read(byte[] body) throws MalformedJson, InvalidContent {
    return read(Members.ofBody(body));
  }

  static TokenPair read(Members in) throws InvalidContent {
    return new TokenPair(
        in.text("access_token", 2048),
        in.integer("expires_in", 0, Integer.MAX_VALUE),
        in.text("refresh_token", 2048));
  }

  /** The body. */
  public byte[] bytes() {
    return json().bytes();
  }

  Json json() {
    return Json.object()
        .put("access_token", accessToken)
        .put("token_type", "DPoP")
        .put("expires_in", expiresIn)
        .put("refresh_token", refreshToken);
  }

  /** Leaves the tokens out. */
  @Override
  public String toString() {
    return "TokenPair[not shown]";
  }
}

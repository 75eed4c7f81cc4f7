package counterfoil.client.remote;

/**
 * What lets a request in: a token and the key that it is bound to.
 *
 * @param accessToken the token
 * @param key the key
 */
public record Access(String accessToken, DeviceKey key) {
  @Override
  public String toString() {
    return "Access[not shown]";
  }
}

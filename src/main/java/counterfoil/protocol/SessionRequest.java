package counterfoil.protocol;

import org.jspecify.annotations.Nullable;

/**
 * {@code POST /v1/sessions}: a person signs in at a device, which is enrolled by it.
 *
 * @param tenant the tenant by id, name or title; null where the server has one only
 * @param username the name that the person types
 * @param password the password, never in a log
 * @param device id of the device's store
 * @param deviceName what people call the device
 * @param deviceKey the key that signs its proofs and its chain
 */
public record SessionRequest(
    @Nullable String tenant,
    String username,
    String password,
    String device,
    String deviceName,
    Ed25519Key deviceKey) {

  /** Reads a body. */
  public static SessionRequest read(byte[] body) throws MalformedJson, InvalidContent {
    Members in = Members.ofBody(body);
    Members device = in.object("device");
    return new SessionRequest(
        in.textOrNull("tenant", 64),
        in.text("username", 64),
        in.text("password", 1024),
        device.id("id"),
        device.text("name", 100),
        Ed25519Key.read(device.object("public_key")));
  }

  /** The body. */
  public byte[] bytes() {
    return Json.object()
        .put("tenant", tenant)
        .put("username", username)
        .put("password", password)
        .put(
            "device",
            Json.object()
                .put("id", device)
                .put("name", deviceName)
                .put("public_key", deviceKey.json()))
        .bytes();
  }

  /** Leaves name and password out. */
  @Override
  public String toString() {
    return "SessionRequest[" + device + "]";
  }
}

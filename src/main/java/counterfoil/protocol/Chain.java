package counterfoil.protocol;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The hash chain of a device's commands: h(n) = SHA-256(h(n−1) ‖ canonical bytes of command n
 * without {@code actor_signature}), h(0) = SHA-256 of the device id's text. A copied store shows as
 * a fork of it.
 */
public final class Chain {
  private Chain() {}

  /** h(0): the hash before the first command, 32 bytes. */
  public static byte[] start(String device) {
    return sha256(device.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The next hash, 32 bytes.
   *
   * @param previous h(n−1), 32 raw bytes
   * @param canonical canonical bytes of command n without its actor signature
   */
  public static byte[] next(byte[] previous, byte[] canonical) {
    MessageDigest digest = digest();
    digest.update(previous);
    return digest.digest(canonical);
  }

  /**
   * The bytes that a device signs for a batch: canonical JSON of {@code {"device","hash","seq"}}.
   */
  public static byte[] signed(String device, long seq, byte[] hash) {
    var node = Wire.JSON.createObjectNode();
    node.put("device", device);
    node.put("hash", HexFormat.of().formatHex(hash));
    node.put("seq", seq);
    try {
      return CanonicalJson.bytes(node);
    } catch (CanonicalJson.NotCanonical e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static byte[] sha256(byte[] bytes) {
    return digest().digest(bytes);
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}

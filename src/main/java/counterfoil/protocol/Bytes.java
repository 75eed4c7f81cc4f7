package counterfoil.protocol;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/**
 * An immutable run of bytes with value equality: hashes, keys, salts, signatures. Its text never
 * shows the bytes, so that a key cannot reach a log by accident.
 */
public final class Bytes {
  private static final Bytes EMPTY = new Bytes(new byte[0]);

  private final byte[] content;

  private Bytes(byte[] content) {
    this.content = content;
  }

  /** A copy of the bytes. */
  public static Bytes of(byte[] bytes) {
    return bytes.length == 0 ? EMPTY : new Bytes(bytes.clone());
  }

  /** Reads base64url without padding, the binary form of the contract; empty when it is none. */
  public static Optional<Bytes> ofBase64Url(String text) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(text);
      // A decoder that drops stray bits would give one value two texts.
      return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(text)
          ? Optional.of(new Bytes(bytes))
          : Optional.empty();
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /** Reads lower-case hex, the form of hashes; empty when it is none. */
  public static Optional<Bytes> ofHex(String text) {
    try {
      return text.equals(text.toLowerCase(Locale.ROOT))
          ? Optional.of(new Bytes(HexFormat.of().parseHex(text)))
          : Optional.empty();
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /** A copy of the bytes. */
  public byte[] toArray() {
    return content.clone();
  }

  /** How many bytes. */
  public int size() {
    return content.length;
  }

  /** Base64url without padding. */
  public String base64Url() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(content);
  }

  /** Lower-case hex. */
  public String hex() {
    return HexFormat.of().formatHex(content);
  }

  /** The first bytes, at most {@code size} of them. */
  public Bytes first(int size) {
    return new Bytes(Arrays.copyOf(content, Math.min(size, content.length)));
  }

  /** The bytes themselves, for this package's readers and writers, which do not change them. */
  byte[] shared() {
    return content;
  }

  /**
   * Compares in constant time, so that a guess at a secret learns nothing from the answer's delay.
   */
  @Override
  public boolean equals(Object other) {
    return other instanceof Bytes bytes && MessageDigest.isEqual(content, bytes.content);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(content);
  }

  @Override
  public String toString() {
    return content.length + " bytes";
  }
}

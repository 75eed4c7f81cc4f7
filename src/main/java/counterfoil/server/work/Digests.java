package counterfoil.server.work;

import counterfoil.protocol.Bytes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The hashes of this package. */
final class Digests {
  private static final long VERSION_BITS = 0xF000L;
  private static final long VERSION_8 = 0x8000L;
  private static final long VERSION_7 = 0x7000L;
  private static final int BITS_BELOW_TIME = 16;
  private static final long VARIANT = 0x8000_0000_0000_0000L;
  private static final long VARIANT_BITS = 0x3FFF_FFFF_FFFF_FFFFL;

  private Digests() {}

  static Bytes sha256(byte[] bytes) {
    try {
      return Bytes.of(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  static Bytes sha256(String text) {
    return sha256(text.getBytes(StandardCharsets.UTF_8));
  }

  static Bytes hmac(Bytes key, byte[] message) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.toArray(), "HmacSHA256"));
      return Bytes.of(mac.doFinal(message));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A UUIDv8 (RFC 9562) of a text's hash: the same text, the same id. */
  static String id(String text) {
    ByteBuffer hash = ByteBuffer.wrap(sha256(text).toArray());
    long most = (hash.getLong() & ~VERSION_BITS) | VERSION_8;
    long least = (hash.getLong() & VARIANT_BITS) | VARIANT;
    return new UUID(most, least).toString();
  }

  /** A UUIDv7 (RFC 9562) that a seed makes: of that time, its random bits a text's hash. */
  static String id(Instant time, String text) {
    ByteBuffer hash = ByteBuffer.wrap(sha256(text).toArray());
    long random = hash.getLong() >>> (Long.SIZE - BITS_BELOW_TIME) & ~VERSION_BITS;
    long most = time.toEpochMilli() << BITS_BELOW_TIME | random | VERSION_7;
    long least = (hash.getLong() & VARIANT_BITS) | VARIANT;
    return new UUID(most, least).toString();
  }
}

package counterfoil.server.http;

import counterfoil.protocol.Bytes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Nonces for proofs (RFC 9449 §8) that need no memory: a period's number and its MAC under a key of
 * this process. The key is new at each start and on each node, so that a proof which this process
 * may not have seen before is never good here.
 */
final class Nonces {
  private static final Duration PERIOD = Duration.ofMinutes(5);
  private static final int MAC_BYTES = 16;

  private final SecretKeySpec key;

  Nonces(SecureRandom random) {
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    key = new SecretKeySpec(bytes, "HmacSHA256");
  }

  String now(Instant at) {
    return nonce(period(at));
  }

  /** Whether it is of this period or the one before. */
  boolean good(String nonce, Instant at) {
    long period = period(at);
    return same(nonce, nonce(period)) || same(nonce, nonce(period - 1));
  }

  private static boolean same(String left, String right) {
    return MessageDigest.isEqual(
        left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
  }

  private static long period(Instant at) {
    return Math.floorDiv(at.getEpochSecond(), PERIOD.toSeconds());
  }

  private String nonce(long period) {
    byte[] number = ByteBuffer.allocate(Long.BYTES).putLong(period).array();
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return Bytes.of(mac.doFinal(number)).first(MAC_BYTES).base64Url();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}

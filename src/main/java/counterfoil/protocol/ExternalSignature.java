package counterfoil.protocol;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The header {@code Counterfoil-Signature: t=<unix seconds>,k=<key id>,v1=<hex>} by which an
 * outside system signs what it redeemed (VO-3): HMAC-SHA-256 over {@code t.body}.
 *
 * @param at when it was signed
 * @param keyId names the shared key
 * @param mac 32 bytes
 */
public record ExternalSignature(Instant at, String keyId, Bytes mac) {
  /** The header's name. */
  public static final String HEADER = "Counterfoil-Signature";

  /** Reads a header; empty when it is none. */
  public static Optional<ExternalSignature> read(String header) {
    Map<String, String> parts = new HashMap<>();
    for (String part : header.split(",", 8)) {
      int equals = part.indexOf('=');
      if (equals > 0) {
        parts.put(part.substring(0, equals).strip(), part.substring(equals + 1).strip());
      }
    }
    String time = parts.getOrDefault("t", "");
    String key = parts.getOrDefault("k", "");
    Optional<Bytes> mac =
        Bytes.ofHex(parts.getOrDefault("v1", "")).filter(bytes -> bytes.size() == 32);
    return time.matches("[0-9]{1,11}") && !key.isEmpty() && key.length() <= 64
        ? mac.map(
            bytes -> new ExternalSignature(Instant.ofEpochSecond(Long.parseLong(time)), key, bytes))
        : Optional.empty();
  }

  /** Signs a body. */
  public static ExternalSignature make(Instant at, String keyId, Bytes key, byte[] body) {
    return new ExternalSignature(at, keyId, mac(at, key, body));
  }

  /** Whether it is the key's signature over the body. */
  public boolean fits(Bytes key, byte[] body) {
    return mac.equals(mac(at, key, body));
  }

  /** The header's value. */
  public String header() {
    return "t=" + at.getEpochSecond() + ",k=" + keyId + ",v1=" + mac.hex();
  }

  private static Bytes mac(Instant at, Bytes key, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.shared(), "HmacSHA256"));
      mac.update((at.getEpochSecond() + ".").getBytes(StandardCharsets.US_ASCII));
      return Bytes.of(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}

package counterfoil.client.work;

import counterfoil.domain.voucher.VoucherCode;
import counterfoil.protocol.Bytes;
import counterfoil.protocol.SessionGrant.CodeKey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The hashes that a code may stand under in the feed, one for each code key in force. */
final class CodeHashes {
  private static final String HMAC = "HmacSHA256";

  private CodeHashes() {}

  static List<Bytes> of(VoucherCode code, List<CodeKey> keys) {
    byte[] text = code.text().getBytes(StandardCharsets.UTF_8);
    return keys.stream().map(key -> hash(text, key)).toList();
  }

  private static Bytes hash(byte[] text, CodeKey key) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(key.key().toArray(), HMAC));
      return Bytes.of(mac.doFinal(text));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}

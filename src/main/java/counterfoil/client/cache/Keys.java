package counterfoil.client.cache;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;

/** The keys while the vault is open, each derived from the data key by HKDF (RFC 5869). */
final class Keys {
  static final int SIZE = 32;

  private final byte[] root;
  private final byte[] rows;
  private final byte[] terms;
  private final byte[] outbox;

  Keys(byte[] dataKey) {
    root = dataKey;
    rows = derive(dataKey, "rows");
    terms = derive(dataKey, "terms");
    outbox = derive(dataKey, "outbox");
  }

  byte[] root() {
    return root;
  }

  byte[] rows() {
    return rows;
  }

  byte[] terms() {
    return terms;
  }

  byte[] outbox() {
    return outbox;
  }

  void wipe() {
    for (byte[] key : new byte[][] {root, rows, terms, outbox}) {
      Arrays.fill(key, (byte) 0);
    }
  }

  private static byte[] derive(byte[] dataKey, String purpose) {
    try {
      return KDF.getInstance("HKDF-SHA256")
          .deriveData(
              HKDFParameterSpec.ofExtract()
                  .addIKM(dataKey)
                  .thenExpand(("counterfoil " + purpose).getBytes(StandardCharsets.UTF_8), SIZE));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}

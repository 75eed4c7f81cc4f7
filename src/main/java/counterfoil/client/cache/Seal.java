package counterfoil.client.cache;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** AES-256-GCM under a fresh random nonce: nonce ‖ ciphertext ‖ tag (NIST SP 800-38D). */
final class Seal {
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;

  private Seal() {}

  /** Seals bytes to what surrounds them: opening needs the same {@code associated} data. */
  static byte[] close(byte[] key, byte[] associated, byte[] plain, SecureRandom random) {
    byte[] nonce = new byte[NONCE];
    random.nextBytes(nonce);
    try {
      Cipher cipher = cipher(Cipher.ENCRYPT_MODE, key, nonce, associated);
      byte[] sealed = new byte[NONCE + cipher.getOutputSize(plain.length)];
      System.arraycopy(nonce, 0, sealed, 0, NONCE);
      cipher.doFinal(plain, 0, plain.length, sealed, NONCE);
      return sealed;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The bytes, or null when they or what surrounds them are not what was sealed. */
  static byte @Nullable [] open(byte[] key, byte[] associated, byte[] sealed) {
    if (sealed.length < NONCE + TAG_BITS / 8) {
      return null;
    }
    try {
      return cipher(Cipher.DECRYPT_MODE, key, Arrays.copyOf(sealed, NONCE), associated)
          .doFinal(sealed, NONCE, sealed.length - NONCE);
    } catch (AEADBadTagException _) {
      return null;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** AAD of a row: table ‖ id ‖ version, each ended by a byte that no text holds. */
  static byte[] row(String table, String id, long version) {
    return (table + '\0' + id + '\0' + version).getBytes(StandardCharsets.UTF_8);
  }

  private static Cipher cipher(int mode, byte[] key, byte[] nonce, byte[] associated)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(associated);
    return cipher;
  }
}

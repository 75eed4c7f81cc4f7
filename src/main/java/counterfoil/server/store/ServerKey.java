package counterfoil.server.store;

import counterfoil.protocol.Bytes;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals personal data and command bytes: AES-256-GCM under a key derived for each table, bound to
 * table, id and version, so that no sealed text can be moved to another row. Also makes the keyed
 * hashes by which a row is found without its text. Safe from any thread.
 */
public final class ServerKey {
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;

  private final byte[] secret;
  private final SecureRandom random;
  private final Map<String, SecretKeySpec> tableKeys = new ConcurrentHashMap<>();

  /** Ciphers at rest: to look one up among the providers costs as much as to seal a short row. */
  private final Queue<Cipher> ciphers = new ConcurrentLinkedQueue<>();

  /**
   * A key.
   *
   * @param secret 32 bytes
   * @param random source of nonces
   */
  public ServerKey(Bytes secret, SecureRandom random) {
    if (secret.size() != 32) {
      throw new IllegalArgumentException("a server key has 32 bytes");
    }
    this.secret = secret.toArray();
    this.random = random;
  }

  /** Seals a text for one version of one row. */
  String seal(String table, String id, long version, String plain) {
    try {
      byte[] nonce = new byte[NONCE];
      random.nextBytes(nonce);
      Cipher cipher = cipher(Cipher.ENCRYPT_MODE, table, id, version, nonce);
      byte[] text = plain.getBytes(StandardCharsets.UTF_8);
      byte[] all = Arrays.copyOf(nonce, NONCE + cipher.getOutputSize(text.length));
      cipher.doFinal(text, 0, text.length, all, NONCE);
      ciphers.add(cipher);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Opens what {@link #seal} made.
   *
   * @throws StoreException when it was changed, moved or sealed with another key
   */
  String open(String table, String id, long version, String sealed) {
    try {
      byte[] all = Base64.getUrlDecoder().decode(sealed);
      byte[] nonce = Arrays.copyOf(all, NONCE);
      Cipher cipher = cipher(Cipher.DECRYPT_MODE, table, id, version, nonce);
      byte[] plain = cipher.doFinal(all, NONCE, all.length - NONCE);
      ciphers.add(cipher);
      return new String(plain, StandardCharsets.UTF_8);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new StoreException(
          "a sealed row of " + table + " does not open with this server key",
          e,
          StoreException.Kind.WORK);
    }
  }

  /** A keyed hash of a text, in hex. */
  public String mac(String purpose, String text) {
    return Bytes.of(hmac(hmac(secret, "mac|" + purpose), text)).hex();
  }

  private Cipher cipher(int mode, String table, String id, long version, byte[] nonce)
      throws GeneralSecurityException {
    Cipher resting = ciphers.poll();
    Cipher cipher = resting == null ? Cipher.getInstance("AES/GCM/NoPadding") : resting;
    cipher.init(
        mode,
        tableKeys.computeIfAbsent(
            table, each -> new SecretKeySpec(hmac(secret, "seal|" + each), "AES")),
        new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD((table + "|" + id + "|" + version).getBytes(StandardCharsets.UTF_8));
    return cipher;
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}

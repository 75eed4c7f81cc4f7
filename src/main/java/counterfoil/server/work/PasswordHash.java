package counterfoil.server.work;

import counterfoil.protocol.Bytes;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Argon2id (RFC 9106) hashes of passwords: 64 MiB, 3 passes, 1 lane. The text carries salt and
 * cost, so that a later version can raise the cost.
 */
final class PasswordHash {
  private static final int MEMORY_KIB = 64 * 1024;
  private static final int PASSES = 3;
  private static final int SALT = 16;
  private static final int SIZE = 32;
  private static final String FORM = "argon2id";

  private PasswordHash() {}

  /** A new hash of a password. */
  static String of(String password, SecureRandom random) {
    byte[] salt = new byte[SALT];
    random.nextBytes(salt);
    return text(password, Bytes.of(salt), MEMORY_KIB, PASSES);
  }

  /** A text that costs as much to try as any, and that no password fits. */
  static String none(SecureRandom random) {
    byte[] salt = new byte[SALT];
    byte[] hash = new byte[SIZE];
    random.nextBytes(salt);
    random.nextBytes(hash);
    return text(Bytes.of(salt), Bytes.of(hash), MEMORY_KIB, PASSES);
  }

  /** Whether a password has this hash. */
  static boolean fits(String password, String hash) {
    String[] parts = hash.split("\\$", -1);
    if (parts.length != 5 || !parts[0].equals(FORM)) {
      throw new IllegalStateException("not an Argon2id hash");
    }
    Bytes salt = Bytes.ofBase64Url(parts[3]).orElseThrow();
    String again = text(password, salt, Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
    return Bytes.of(again.getBytes(StandardCharsets.UTF_8))
        .equals(Bytes.of(hash.getBytes(StandardCharsets.UTF_8)));
  }

  private static String text(String password, Bytes salt, int memory, int passes) {
    Argon2BytesGenerator generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withMemoryAsKB(memory)
            .withIterations(passes)
            .withParallelism(1)
            .withSalt(salt.toArray())
            .build());
    byte[] hash = new byte[SIZE];
    generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), hash);
    return text(salt, Bytes.of(hash), memory, passes);
  }

  private static String text(Bytes salt, Bytes hash, int memory, int passes) {
    return String.join(
        "$",
        FORM,
        Integer.toString(memory),
        Integer.toString(passes),
        salt.base64Url(),
        hash.base64Url());
  }
}

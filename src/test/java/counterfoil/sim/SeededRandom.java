package counterfoil.sim;

import java.security.SecureRandom;
import java.util.Random;

/** Keys, nonces, salts and ids that are the same for the same seed. */
class SeededRandom extends SecureRandom {
  private static final long serialVersionUID = 1L;

  private final transient Random random;

  SeededRandom(long seed) {
    random = new Random(seed);
  }

  @Override
  public void nextBytes(byte[] bytes) {
    random.nextBytes(bytes);
  }
}

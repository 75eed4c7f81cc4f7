package counterfoil.sim;

import java.util.function.BooleanSupplier;

/**
 * Randomness in which a process can die. Rows are sealed under fresh nonces in the middle of
 * transactions, so that a death at a draw is one between two statements.
 */
final class MortalRandom extends SeededRandom {
  private static final long serialVersionUID = 1L;

  private final transient BooleanSupplier mayDie;
  private int drawsToLive = -1;

  /**
   * Randomness of a process that is safe so far.
   *
   * @param mayDie whether this moment is one at which it may end
   */
  MortalRandom(long seed, BooleanSupplier mayDie) {
    super(seed);
    this.mayDie = mayDie;
  }

  /** It dies at the draw after so many more. */
  void dieAfter(int draws) {
    drawsToLive = draws;
  }

  /** It is safe again. */
  void live() {
    drawsToLive = -1;
  }

  @Override
  public void nextBytes(byte[] bytes) {
    if (drawsToLive == 0 && mayDie.getAsBoolean()) {
      drawsToLive = -1;
      throw new Crash();
    }
    if (drawsToLive > 0) {
      drawsToLive--;
    }
    super.nextBytes(bytes);
  }
}

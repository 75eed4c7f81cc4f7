package counterfoil.law.offenders.random.client.work;

import java.util.Random;

/** Throws its own dice. */
public final class OffendingDice {
  /** A throw. */
  public int roll() {
    return new Random().nextInt(6);
  }
}

package counterfoil.law.offenders.random.client.work;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;

/** Is given its dice, or their seed. */
public record LawfulJitter(RandomGenerator random) {
  /** A number from them. */
  public double next() {
    return random.nextDouble();
  }

  /** The same order for the same seed. */
  public void shuffle(List<String> rows, long seed) {
    Collections.shuffle(rows, new Random(seed));
  }
}

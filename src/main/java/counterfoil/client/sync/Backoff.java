package counterfoil.client.sync;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * How long to wait after failures: doubling, with jitter so that the counters of a street do not
 * come back in step, and never less than the server asked for.
 */
final class Backoff {
  private final SyncOptions options;
  private final RandomGenerator random;
  private int failures;

  Backoff(SyncOptions options, RandomGenerator random) {
    this.options = options;
    this.random = random;
  }

  void succeeded() {
    failures = 0;
  }

  /** The wait after one more failure. */
  Duration failed(Optional<Duration> atLeast) {
    failures = Math.min(failures + 1, 16);
    long most =
        Math.min(
            options.longestWait().toMillis(), options.firstWait().toMillis() << (failures - 1));
    Duration wait = Duration.ofMillis(most / 2 + random.nextLong(most / 2 + 1));
    return atLeast.filter(asked -> asked.compareTo(wait) > 0).orElse(wait);
  }
}

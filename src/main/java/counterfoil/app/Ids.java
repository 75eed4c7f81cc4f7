package counterfoil.app;

import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * UUIDv7 ids (RFC 9562): 48 bits of milliseconds, 12 bits that count up inside one millisecond, 62
 * random bits. Ids of one source are strictly ascending, also when the clock steps back.
 * Thread-safe.
 */
public final class Ids implements Supplier<String> {
  private final InstantSource clock;
  private final RandomGenerator random;
  private long last;

  /** A source on the given clock and randomness. */
  public Ids(InstantSource clock, RandomGenerator random) {
    this.clock = clock;
    this.random = random;
  }

  @Override
  public synchronized String get() {
    last = Math.max(last + 1, clock.millis() << 12);
    long high = (last >>> 12 << 16) | 0x7000L | (last & 0xFFFL);
    long low = (random.nextLong() >>> 2) | 0x8000_0000_0000_0000L;
    return new UUID(high, low).toString();
  }
}

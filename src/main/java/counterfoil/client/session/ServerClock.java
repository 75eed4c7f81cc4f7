package counterfoil.client.session;

import counterfoil.client.cache.ClockStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * The server's time on this machine: its offset, carried on by the monotonic clock, so that nobody
 * gains an hour by turning the PC's clock. Across runs it never falls behind the highest time that
 * was ever seen.
 */
public final class ServerClock implements InstantSource {
  private static final Duration SHOWN = Duration.ofMinutes(2);
  private static final Duration TOO_FAR = Duration.ofMinutes(10);

  private final ClockStore store;
  private final InstantSource pc;
  private final LongSupplier monotonic;
  private Instant base;
  private long baseNanos;

  /**
   * Continues from what the store knows.
   *
   * @param pc the PC's clock
   * @param monotonic nanoseconds that only grow, whatever happens to the PC's clock
   */
  public ServerClock(ClockStore store, InstantSource pc, LongSupplier monotonic) {
    this.store = store;
    this.pc = pc;
    this.monotonic = monotonic;
    baseNanos = monotonic.getAsLong();
    Instant expected = pc.instant().plus(store.offset().orElse(Duration.ZERO));
    base = store.highest().filter(seen -> seen.isAfter(expected)).orElse(expected);
  }

  /** How the PC's clock stands to the server's. */
  public enum Standing {
    /** Close enough to say nothing. */
    RIGHT,
    /** More than 2 minutes off: shown to the person. */
    OFF,
    /** More than 10 minutes off: shown, and nothing is redeemed provisionally. */
    TOO_FAR_OFF
  }

  /** The server's time now, UTC. */
  @Override
  public synchronized Instant instant() {
    return base.plusNanos(monotonic.getAsLong() - baseNanos);
  }

  /**
   * The server said what time it is.
   *
   * @param serverTime from its answer
   */
  public void heard(Instant serverTime) {
    Duration offset;
    synchronized (this) {
      base = serverTime;
      baseNanos = monotonic.getAsLong();
      offset = Duration.between(pc.instant(), serverTime);
    }
    store.heard(offset, serverTime);
  }

  /** Keeps the time for the next run; call it now and then and at the end. */
  public void keep() {
    store.seen(instant());
  }

  /** Server time less the PC's time, now. */
  public Duration offset() {
    return Duration.between(pc.instant(), instant());
  }

  /** How the PC's clock stands to the server's, now. */
  public Standing standing() {
    Duration off = offset().abs();
    if (off.compareTo(TOO_FAR) > 0) {
      return Standing.TOO_FAR_OFF;
    }
    return off.compareTo(SHOWN) > 0 ? Standing.OFF : Standing.RIGHT;
  }
}

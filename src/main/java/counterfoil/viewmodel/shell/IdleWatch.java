package counterfoil.viewmodel.shell;

import counterfoil.client.work.SigningIn;
import counterfoil.viewmodel.port.Background;
import counterfoil.viewmodel.port.Timer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Locks the program when nobody has touched it for the idle time, and after the computer slept,
 * which shows in the clock as a leap between two looks.
 */
public final class IdleWatch {
  private static final Duration PERIOD = Duration.ofSeconds(5);
  private static final Duration SLEPT = Duration.ofSeconds(60);

  private final SigningIn work;
  private final Background background;
  private final InstantSource clock;
  private final Runnable locked;
  private final Timer.Pending ticking;
  private Instant before;

  /**
   * Looks every five seconds until closed.
   *
   * @param clock this computer's clock
   * @param locked called on the interface thread once it has locked
   */
  public IdleWatch(
      SigningIn work, Background background, Timer timer, InstantSource clock, Runnable locked) {
    this.work = work;
    this.background = background;
    this.clock = clock;
    this.locked = locked;
    this.before = clock.instant();
    this.ticking = timer.every(PERIOD, this::look);
  }

  private void look() {
    Instant now = clock.instant();
    boolean slept = Duration.between(before, now).compareTo(SLEPT) > 0;
    before = now;
    background.run(
        () -> {
          if (slept) {
            work.lock();
          }
          return slept || work.lockIfIdle();
        },
        shut -> {
          if (shut) {
            locked.run();
          }
        });
  }

  /** Locks at once, as a person asks. */
  public void lock() {
    background.run(
        () -> {
          work.lock();
          return true;
        },
        _ -> locked.run());
  }

  /** Looks no more. */
  public void close() {
    ticking.cancel();
  }
}

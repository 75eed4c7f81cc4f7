package counterfoil.viewmodel.port;

import java.time.Duration;

/** Calls back later, on the interface thread. */
public interface Timer {
  /** Calls {@code act} once after {@code delay}, unless cancelled. */
  Pending after(Duration delay, Runnable act);

  /** Calls {@code act} again and again until cancelled. */
  Pending every(Duration period, Runnable act);

  /** What time it is on the clock of these calls: monotonic nanoseconds, only differences count. */
  long now();

  /** A call that is still to come. */
  @FunctionalInterface
  interface Pending {
    /** Makes sure that it does not come any more; harmless when it already has. */
    void cancel();
  }
}

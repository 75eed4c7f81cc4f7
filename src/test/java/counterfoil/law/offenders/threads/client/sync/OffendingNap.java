package counterfoil.law.offenders.threads.client.sync;

import java.time.Duration;

/** Waits by itself. */
public final class OffendingNap {
  /** A pause. */
  public void pause(Duration time) throws InterruptedException {
    Thread.sleep(time);
  }
}

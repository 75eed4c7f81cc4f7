package counterfoil.law.offenders.time.domain;

import java.time.Clock;

/** Makes its own clock. */
public final class OffendingClock {
  /** The machine's. */
  public Clock clock() {
    return Clock.systemUTC();
  }
}

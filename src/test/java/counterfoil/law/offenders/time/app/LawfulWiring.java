package counterfoil.law.offenders.time.app;

import java.time.Clock;

/** Hands out the machine's clock. */
public final class LawfulWiring {
  /** The machine's. */
  public Clock clock() {
    return Clock.systemUTC();
  }
}

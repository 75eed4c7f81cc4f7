package counterfoil.law.offenders.time.domain;

import java.time.Instant;
import java.util.function.Supplier;

/** Passes the machine's clock on. */
public final class OffendingReferences {
  /** Time as a method reference. */
  public Supplier<Instant> clock() {
    return Instant::now;
  }
}

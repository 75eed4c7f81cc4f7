package counterfoil.law.offenders.time.domain;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;

/** Is given a clock. */
public record LawfulExpiry(Clock clock, InstantSource instants) {
  /** The day by that clock. */
  public LocalDate today() {
    return LocalDate.now(clock);
  }

  /** The moment by that source. */
  public Instant moment() {
    return instants.instant();
  }
}

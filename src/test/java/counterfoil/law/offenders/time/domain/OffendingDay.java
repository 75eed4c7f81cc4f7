package counterfoil.law.offenders.time.domain;

import java.time.LocalDate;
import java.time.ZoneId;

/** Asks for today, in a zone at least. */
public final class OffendingDay {
  /** Today. */
  public LocalDate today(ZoneId zone) {
    return LocalDate.now(zone);
  }
}

package counterfoil.law.offenders.locale.viewmodel;

import java.time.format.DateTimeFormatter;

/** Writes months as the machine likes. */
public final class OffendingDate {
  /** A pattern without a language. */
  public DateTimeFormatter format() {
    return DateTimeFormatter.ofPattern("d MMM uuuu");
  }
}

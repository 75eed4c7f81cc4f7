package counterfoil.domain.calendar;

import java.time.LocalDate;

/** The end of a term that is counted in working days. */
public sealed interface WorkingDay {

  /**
   * It ends on this day.
   *
   * @param day the last day of the term
   */
  record On(LocalDate day) implements WorkingDay {}

  /**
   * It reaches into a year whose calendar is not published: not certain yet (TZ-4).
   *
   * @param year the first such year
   */
  record NotCertain(int year) implements WorkingDay {}
}

package counterfoil.domain.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/**
 * Public holidays and make-up workdays (调休), year by year as published. A year that is not
 * published gives {@link Answer#NOT_CERTAIN}, never a guess (TZ-4).
 *
 * @param years years whose notice is published
 * @param holidays days off by notice
 * @param makeUpDays Saturdays and Sundays worked by notice
 */
public record WorkCalendar(Set<Integer> years, Set<LocalDate> holidays, Set<LocalDate> makeUpDays) {

  /** Copies the sets. */
  public WorkCalendar {
    years = Set.copyOf(years);
    holidays = Set.copyOf(holidays);
    makeUpDays = Set.copyOf(makeUpDays);
  }

  /** Yes, no, or a year that is not published. */
  public enum Answer {
    /** It is. */
    YES,
    /** It is not. */
    NO,
    /** The year's calendar is not published. */
    NOT_CERTAIN
  }

  /** Whether the day is a public holiday by notice; an ordinary week-end is not. */
  public Answer holiday(LocalDate day) {
    if (!years.contains(day.getYear())) {
      return Answer.NOT_CERTAIN;
    }
    return holidays.contains(day) ? Answer.YES : Answer.NO;
  }

  /** Whether the day is worked: Monday to Friday less holidays, plus make-up days. */
  public Answer worked(LocalDate day) {
    if (!years.contains(day.getYear())) {
      return Answer.NOT_CERTAIN;
    }
    if (makeUpDays.contains(day)) {
      return Answer.YES;
    }
    boolean weekend =
        day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    return weekend || holidays.contains(day) ? Answer.NO : Answer.YES;
  }

  /**
   * The day that lies a number of working days after another, which itself is not counted.
   *
   * @param from the day before the first that may count
   * @param days how many working days, 1 or more
   * @return the day, or the first year that is not published and would have to be known (TZ-4)
   */
  public WorkingDay addWorkingDays(LocalDate from, int days) {
    if (days < 1) {
      throw new IllegalArgumentException("days " + days);
    }
    LocalDate day = from;
    for (int left = days; left > 0; ) {
      day = day.plusDays(1);
      switch (worked(day)) {
        case YES -> left--;
        case NO -> {}
        case NOT_CERTAIN -> {
          return new WorkingDay.NotCertain(day.getYear());
        }
      }
    }
    return new WorkingDay.On(day);
  }

  /** Nothing published: every answer is not certain. */
  public static WorkCalendar unpublished() {
    return new WorkCalendar(Set.of(), Set.of(), Set.of());
  }
}

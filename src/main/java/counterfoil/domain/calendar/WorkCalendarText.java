package counterfoil.domain.calendar;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads the published calendar as text, one day a line below the head {@code date,kind,occasion}:
 * {@code holiday} for a day off, {@code workday} for a make-up day (调休). A new year is added by
 * adding its lines.
 */
public final class WorkCalendarText {

  private static final String HEAD = "date,kind,occasion";

  /**
   * Days that are holidays of every year. A year without them was cut, and is not called published.
   */
  private static final Set<MonthDay> ALWAYS = Set.of(MonthDay.of(1, 1), MonthDay.of(10, 1));

  private WorkCalendarText() {}

  /** What came of reading. */
  public sealed interface Reading {}

  /**
   * A calendar.
   *
   * @param calendar the years that are whole
   */
  public record Whole(WorkCalendar calendar) implements Reading {}

  /**
   * No calendar; nothing of the text is used.
   *
   * @param line the line at fault, counted from 1
   * @param fault what is wrong with it
   */
  public record Unreadable(int line, Fault fault) implements Reading {}

  /** What may be wrong with a line. */
  public enum Fault {
    /** The first line is not the head. */
    HEAD_MISSING,
    /** Not three parts. */
    PARTS,
    /** Not a date. */
    DATE,
    /** Neither holiday nor workday. */
    KIND,
    /** The day stands there twice. */
    TWICE
  }

  /** Reads the lines of a file; empty lines are passed over. */
  public static Reading read(List<String> lines) {
    if (lines.isEmpty() || !lines.getFirst().strip().equals(HEAD)) {
      return new Unreadable(1, Fault.HEAD_MISSING);
    }
    Set<LocalDate> holidays = new HashSet<>();
    Set<LocalDate> makeUpDays = new HashSet<>();
    for (int i = 1; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.isEmpty()) {
        continue;
      }
      String[] parts = line.split(",", -1);
      if (parts.length != 3) {
        return new Unreadable(i + 1, Fault.PARTS);
      }
      LocalDate day;
      try {
        day = LocalDate.parse(parts[0]);
      } catch (DateTimeParseException e) {
        return new Unreadable(i + 1, Fault.DATE);
      }
      if (holidays.contains(day) || makeUpDays.contains(day)) {
        return new Unreadable(i + 1, Fault.TWICE);
      }
      switch (parts[1]) {
        case "holiday" -> holidays.add(day);
        case "workday" -> makeUpDays.add(day);
        default -> {
          return new Unreadable(i + 1, Fault.KIND);
        }
      }
    }
    return new Whole(new WorkCalendar(wholeYears(holidays), holidays, makeUpDays));
  }

  private static Set<Integer> wholeYears(Set<LocalDate> holidays) {
    Set<Integer> years = new HashSet<>();
    for (LocalDate day : holidays) {
      if (ALWAYS.stream().allMatch(always -> holidays.contains(always.atYear(day.getYear())))) {
        years.add(day.getYear());
      }
    }
    return years;
  }
}

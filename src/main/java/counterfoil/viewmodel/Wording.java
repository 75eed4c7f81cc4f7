package counterfoil.viewmodel;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;

/**
 * Something to be said, without a language: a view model hands out wordings, the view speaks them
 * in the language of the moment. So a switch of language loses no state and needs no second
 * decision.
 *
 * <p>Dates and times are already local to the tenant's zone (TZ-1).
 */
public sealed interface Wording {

  /** Nothing to say. */
  static Wording none() {
    return new Literal("");
  }

  /**
   * A text of the bundle with its arguments.
   *
   * @param key {@code screen.part.meaning}
   * @param arguments numbers, strings or wordings, in the order of the placeholders
   */
  static Phrase of(String key, Object... arguments) {
    return new Phrase(key, List.of(arguments));
  }

  /** A text that is the same in every language: a name, a number, a code. */
  static Literal literal(String text) {
    return new Literal(text);
  }

  /** True when there is nothing to say. */
  default boolean isEmpty() {
    return this instanceof Literal(String text) && text.isEmpty();
  }

  /** A text of the bundle with its arguments. */
  record Phrase(String key, List<Object> arguments) implements Wording {}

  /** A text that is the same in every language. */
  record Literal(String text) implements Wording {}

  /** Money with its sign: ¥1,234.56. */
  record Amount(long fen) implements Wording {}

  /** Money for a table's column: 1,234.56, without the sign of the currency. */
  record PlainAmount(long fen) implements Wording {}

  /** A time of day to the second. */
  record Time(LocalTime at) implements Wording {}

  /** A time of day to the minute. */
  record Clock(LocalTime at) implements Wording {}

  /** A full date. */
  record Day(LocalDate on) implements Wording {}

  /** A date without its year, for sentences. */
  record ShortDay(LocalDate on) implements Wording {}

  /** A date without its year, as short as it goes, for rows. */
  record RowDay(LocalDate on) implements Wording {}

  /** A date without its year, with its weekday, for heads. */
  record Weekday(LocalDate on) implements Wording {}

  /** The weekday of a date alone. */
  record WeekdayName(LocalDate on) implements Wording {}

  /** A date and a time to the minute, for histories. */
  record Moment(LocalDateTime at) implements Wording {}

  /** A duration in its two largest units: 14 min 12 s. */
  record Span(Duration length) implements Wording {}

  /** A duration in its largest unit: 50 min. */
  record RoughSpan(Duration length) implements Wording {}

  /** Parts joined by a middle dot. */
  record Joined(List<Wording> parts) implements Wording {
    /** Joins the parts that say something. */
    public static Wording of(Wording... parts) {
      return new Joined(List.of(parts));
    }
  }
}

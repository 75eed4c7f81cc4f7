package counterfoil.view.text;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.MessageFormat;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;

/** Money, dates and spans in one language. Patterns come from its bundle. */
final class Formats {
  private static final String MINUS = "\u2212";

  private final ResourceBundle bundle;
  private final Locale locale;

  Formats(ResourceBundle bundle, Locale locale) {
    this.bundle = bundle;
    this.locale = locale;
  }

  String amount(long fen) {
    return (fen < 0 ? MINUS : "") + "¥" + digits(fen);
  }

  String plainAmount(long fen) {
    return (fen < 0 ? MINUS : "") + digits(fen);
  }

  private static String digits(long fen) {
    DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
    return new DecimalFormat("#,##0.00", symbols).format(BigDecimal.valueOf(fen, 2).abs());
  }

  String time(LocalTime at) {
    return pattern("format.time").format(at);
  }

  String clock(LocalTime at) {
    return pattern("format.clock").format(at);
  }

  String day(LocalDate on) {
    return pattern("format.day").format(on);
  }

  String shortDay(LocalDate on) {
    return pattern("format.day.short").format(on);
  }

  String rowDay(LocalDate on) {
    return pattern("format.day.row").format(on);
  }

  String weekday(LocalDate on) {
    return pattern("format.day.weekday").format(on);
  }

  String weekdayName(LocalDate on) {
    return pattern("format.weekday").format(on);
  }

  String moment(LocalDateTime at) {
    return pattern("format.moment").format(at);
  }

  /** The two largest units: 14 min 12 s. */
  String span(Duration length) {
    long seconds = Math.max(0, length.toSeconds());
    if (seconds < 60) {
      return say("format.span.seconds", seconds);
    }
    if (seconds < 3_600) {
      return say("format.span.minutes-seconds", seconds / 60, seconds % 60);
    }
    if (seconds < 86_400) {
      return say("format.span.hours-minutes", seconds / 3_600, seconds / 60 % 60);
    }
    return say("format.span.days", seconds / 86_400);
  }

  /** The largest unit alone: 50 min. */
  String roughSpan(Duration length) {
    long seconds = Math.max(0, length.toSeconds());
    if (seconds < 60) {
      return say("format.span.seconds", seconds);
    }
    if (seconds < 3_600) {
      return say("format.span.minutes", seconds / 60);
    }
    if (seconds < 86_400) {
      return say("format.span.hours", seconds / 3_600);
    }
    return say("format.span.days", seconds / 86_400);
  }

  private DateTimeFormatter pattern(String key) {
    return DateTimeFormatter.ofPattern(bundle.getString(key), locale);
  }

  private String say(String key, Object... arguments) {
    return new MessageFormat(bundle.getString(key), Locale.ROOT).format(arguments);
  }
}

package counterfoil.law.offenders.locale.viewmodel;

import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Is given a locale. */
public record LawfulFormat(Locale locale) {
  /** A number. */
  public String number(long number) {
    return NumberFormat.getIntegerInstance(locale).format(number)
        + String.format(locale, "%d", number);
  }

  /** A sentence. */
  public String left(int uses) {
    return new MessageFormat("{0} left", locale).format(new Object[] {uses});
  }

  /** A date. */
  public DateTimeFormatter date() {
    return DateTimeFormatter.ofPattern("d MMM uuuu", locale);
  }
}

package counterfoil.protocol;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which program asks: header field {@code Counterfoil-Client: <version> <build date>}. Clients of
 * the last 12 months work; from an older one the server takes no new acts.
 *
 * @param version the program's version, without blanks
 * @param built the day it was built, UTC
 */
public record ClientVersion(String version, LocalDate built) {

  /** The header field's name. */
  public static final String HEADER = "Counterfoil-Client";

  /** How long a client's new acts are taken after it was built. */
  public static final Period SUPPORTED = Period.ofMonths(12);

  private static final Pattern FORM = Pattern.compile("([!-~]{1,64}) ([0-9]{4}-[0-9]{2}-[0-9]{2})");

  /** The header field's value. */
  public String text() {
    return version + " " + built;
  }

  /** Reads the header field's value; empty when it is none. */
  public static Optional<ClientVersion> read(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new ClientVersion(form.group(1), LocalDate.parse(form.group(2))));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  /** Whether new acts of this client are taken no more: its build lies more than 12 months back. */
  public boolean tooOld(Instant now) {
    return built.isBefore(oldest(now));
  }

  /** The oldest build whose new acts are taken. */
  public static LocalDate oldest(Instant now) {
    return now.atOffset(ZoneOffset.UTC).toLocalDate().minus(SUPPORTED);
  }
}

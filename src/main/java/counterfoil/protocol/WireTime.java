package counterfoil.protocol;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/** Times of the contract: RFC 3339, UTC, milliseconds. */
public final class WireTime {
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");

  private WireTime() {}

  /** The text of an instant, cut to milliseconds. */
  public static String text(Instant at) {
    return FORMAT.format(at);
  }

  /**
   * The instant of a text, cut to milliseconds; empty when it is no RFC 3339 time between 2000 and
   * 2200. Any offset is understood on read.
   */
  public static Optional<Instant> read(String text) {
    if (text.length() > 40) {
      return Optional.empty();
    }
    try {
      Instant at = Instant.parse(text).truncatedTo(ChronoUnit.MILLIS);
      return at.isBefore(FIRST) || at.isAfter(LAST) ? Optional.empty() : Optional.of(at);
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}

package counterfoil.client.device;

import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Remembers which codes were seen a moment ago, so that a trigger held too long or a voucher left
 * under the scanner does not take a second use.
 *
 * <p>The window slides: it runs from the last time the code was seen, not from the first, because a
 * voucher lying under a scanner is read again for as long as it lies there. Other codes are never
 * held up. For one thread.
 */
public final class BounceWindow {

  private record Sighting(long accepted, long last) {}

  private final long window;
  private final Map<String, Sighting> seen = new HashMap<>();

  /**
   * @param window how long a code is ignored; zero for never
   */
  public BounceWindow(Duration window) {
    this.window = window.toNanos();
  }

  /**
   * Notes that a code was seen.
   *
   * @param code as read; letter case, blanks and dashes make no difference
   * @param timeNanos now, on the caller's monotonic clock
   * @return empty when the code is to be acted on; else the time since it was last acted on
   */
  public Optional<Duration> sight(String code, long timeNanos) {
    seen.values().removeIf(sighting -> timeNanos - sighting.last >= window);
    String key = identity(code);
    Sighting earlier = seen.get(key);
    if (earlier == null) {
      if (window > 0) {
        seen.put(key, new Sighting(timeNanos, timeNanos));
      }
      return Optional.empty();
    }
    seen.put(key, new Sighting(earlier.accepted, timeNanos));
    return Optional.of(Duration.ofNanos(timeNanos - earlier.accepted));
  }

  /**
   * Lets the next sighting of a code through at once; for a scan that ended in a fault, where the
   * person is asked to scan again.
   *
   * @param code the code
   */
  public void forget(String code) {
    seen.remove(identity(code));
  }

  private static String identity(String code) {
    StringBuilder kept = new StringBuilder(code.length());
    code.codePoints()
        .filter(
            c -> !Character.isWhitespace(c) && Character.getType(c) != Character.DASH_PUNCTUATION)
        .forEach(kept::appendCodePoint);
    return kept.toString().toUpperCase(Locale.ROOT);
  }
}

package counterfoil.client.work;

import counterfoil.client.device.WedgeDecoder;
import counterfoil.client.device.WedgeEvent;
import counterfoil.client.device.WedgeKey;
import counterfoil.client.device.WedgeSettings;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;

/**
 * The keyboard of a counter: tells a scanner's codes from a person's typing (V1 to V9). For one
 * thread; reads no clock. Times are monotonic nanoseconds of the caller.
 */
public final class ScanInput {
  private WedgeDecoder decoder;

  private ScanInput(WedgeDecoder decoder) {
    this.decoder = decoder;
  }

  /** With the settings that suit common scanners. */
  public static ScanInput usual() {
    return new ScanInput(new WedgeDecoder(WedgeSettings.defaults()));
  }

  /**
   * How the scanner of a counter behaves, as a person can set it.
   *
   * @param gunMillis longest interval between a scanner's keys
   * @param bounceSeconds how long the same code is ignored
   * @param stripping whether AIM identifiers and control characters are taken off
   * @param prefix what the scanner puts before each code
   * @param suffix what it puts after each code, before the end key
   * @param endKeyOnly whether only Enter or Tab ends a code, and silence does not
   */
  public record Settings(
      int gunMillis,
      int bounceSeconds,
      boolean stripping,
      String prefix,
      String suffix,
      boolean endKeyOnly) {}

  /**
   * Takes new settings; what was typed and not ended is dropped, and what was seen forgotten.
   *
   * @return false, and nothing changed, when the settings cannot be used
   */
  public boolean configure(Settings wanted) {
    WedgeSettings usual = WedgeSettings.defaults();
    Duration interval = Duration.ofMillis(wanted.gunMillis());
    Duration pause = longer(usual.pause(), interval.multipliedBy(2));
    WedgeSettings settings =
        usual
            .withGunInterval(interval)
            .withEnding(
                wanted.endKeyOnly()
                    ? WedgeSettings.Ending.KEY_ONLY
                    : WedgeSettings.Ending.KEY_OR_PAUSE,
                pause,
                longer(usual.pauseAfterEndKey(), pause))
            .withBounceWindow(Duration.ofSeconds(wanted.bounceSeconds()))
            .withStripping(
                wanted.prefix(), wanted.suffix(), wanted.stripping(), wanted.stripping());
    if (!settings.faults().isEmpty()) {
      return false;
    }
    decoder = new WedgeDecoder(settings);
    return true;
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  /** A key went down; names as JavaFX's {@code KeyCode} spells them. */
  public List<Event> pressed(String code, boolean shift, boolean shortcut, long nanos) {
    return events(decoder.accept(new WedgeKey.Pressed(code, shift, shortcut), nanos));
  }

  /** A press or an input method made a text. */
  public List<Event> typed(String text, long nanos) {
    return events(decoder.accept(new WedgeKey.Typed(text), nanos));
  }

  /** A key came up. */
  public List<Event> released(String code, long nanos) {
    return events(decoder.accept(new WedgeKey.Released(code), nanos));
  }

  /** When {@link #elapsed} should be called next; empty while nothing waits for silence. */
  public OptionalLong deadline() {
    return decoder.deadline();
  }

  /** Says that time has passed without a key. */
  public List<Event> elapsed(long nanos) {
    return events(decoder.elapsed(nanos));
  }

  /** Puts a text into the field as if it had been typed. */
  public List<Event> replace(String text) {
    return events(decoder.replaceTyped(text));
  }

  /** Empties the field. */
  public List<Event> clear() {
    return events(decoder.clear());
  }

  /** Lets the next sighting of a code through, after a scan that ended in a fault. */
  public void forget(String code) {
    decoder.forget(code);
  }

  /** What the keys so far came to. */
  public sealed interface Event {
    /**
     * What the field shows now.
     *
     * @param typed what a person typed and has not ended
     * @param incoming what a scanner is sending
     */
    record Entry(String typed, String incoming) implements Event {}

    /**
     * A whole code.
     *
     * @param code never empty
     * @param source scanner or person
     */
    record Code(String code, Source source) implements Event {}

    /**
     * The same code again within the bounce window; not to be acted on.
     *
     * @param code the code
     * @param source scanner or person
     * @param since since it was last let through
     */
    record Bounced(String code, Source source, Duration since) implements Event {}

    /** More characters than any code has; all were dropped. */
    record TooLong() implements Event {}
  }

  private static List<Event> events(List<WedgeEvent> events) {
    return events.stream().map(ScanInput::event).toList();
  }

  private static Event event(WedgeEvent event) {
    return switch (event) {
      case WedgeEvent.Entry(String typed, String incoming) -> new Event.Entry(typed, incoming);
      case WedgeEvent.Scanned scanned -> new Event.Code(scanned.text(), source(scanned.source()));
      case WedgeEvent.Bounced bounced ->
          new Event.Bounced(bounced.text(), source(bounced.source()), bounced.since());
      case WedgeEvent.TooLong _ -> new Event.TooLong();
    };
  }

  private static Source source(WedgeEvent.Source source) {
    return switch (source) {
      case GUN -> Source.SCANNER;
      case TYPED -> Source.TYPED;
    };
  }
}

package counterfoil.client.device;

import java.util.ArrayList;
import java.util.List;

/** Plays recorded keys into a decoder and collects what it says. */
final class Keyboard {

  private final WedgeDecoder decoder;
  private final List<WedgeEvent> events = new ArrayList<>();
  private long nanos = 1_000_000_000_000L;

  Keyboard(WedgeSettings settings) {
    decoder = new WedgeDecoder(settings);
  }

  WedgeDecoder decoder() {
    return decoder;
  }

  List<WedgeEvent> events() {
    return events;
  }

  /** Lets time pass, with a caller whose timer fires when the decoder asked for it. */
  Keyboard rest(long millis) {
    long until = nanos + millis * 1_000_000;
    decoder
        .deadline()
        .ifPresent(
            due -> {
              if (due <= until) {
                events.addAll(decoder.elapsed(due));
              }
            });
    nanos = until;
    return this;
  }

  /** Lets time pass with no timer, as on a thread that stalls. */
  Keyboard stall(long millis) {
    nanos += millis * 1_000_000;
    return this;
  }

  /** A key of a US keyboard, pressed, typed and released. */
  Keyboard key(char character) {
    return key(code(character), String.valueOf(character), isShifted(character));
  }

  Keyboard key(String code, String text, boolean shift) {
    accept(new WedgeKey.Pressed(code, shift, false));
    if (!text.isEmpty()) {
      accept(new WedgeKey.Typed(text));
    }
    return accept(new WedgeKey.Released(code));
  }

  Keyboard accept(WedgeKey key) {
    events.addAll(decoder.accept(key, nanos));
    return this;
  }

  /** A scanner's burst, one key every {@code millis}. */
  Keyboard burst(String text, long millis) {
    for (int i = 0; i < text.length(); i++) {
      if (i > 0) {
        rest(millis);
      }
      key(text.charAt(i));
    }
    return this;
  }

  Keyboard scan(String text) {
    return burst(text, 8).rest(8).enter();
  }

  Keyboard person(String text) {
    for (int i = 0; i < text.length(); i++) {
      rest(140);
      key(text.charAt(i));
    }
    return this;
  }

  Keyboard enter() {
    return key("ENTER", "\r", false);
  }

  List<String> codes() {
    return events.stream()
        .filter(WedgeEvent.Scanned.class::isInstance)
        .map(event -> ((WedgeEvent.Scanned) event).text())
        .toList();
  }

  WedgeEvent.Scanned lastScan() {
    return events.stream()
        .filter(WedgeEvent.Scanned.class::isInstance)
        .map(WedgeEvent.Scanned.class::cast)
        .reduce((earlier, later) -> later)
        .orElseThrow();
  }

  WedgeEvent.Entry field() {
    return events.stream()
        .filter(WedgeEvent.Entry.class::isInstance)
        .map(WedgeEvent.Entry.class::cast)
        .reduce((earlier, later) -> later)
        .orElse(new WedgeEvent.Entry("", ""));
  }

  static String code(char character) {
    if (character >= '0' && character <= '9') {
      return "DIGIT" + character;
    }
    return switch (character) {
      case '-', '_' -> "MINUS";
      case ']', '}' -> "CLOSE_BRACKET";
      case '/', '?' -> "SLASH";
      case ':', ';' -> "SEMICOLON";
      case '=', '+' -> "EQUALS";
      case '.', '>' -> "PERIOD";
      case '#' -> "DIGIT3";
      case ' ' -> "SPACE";
      default -> String.valueOf(Character.toUpperCase(character));
    };
  }

  private static boolean isShifted(char character) {
    return Character.isUpperCase(character) || "_}?:+>#".indexOf(character) >= 0;
  }
}

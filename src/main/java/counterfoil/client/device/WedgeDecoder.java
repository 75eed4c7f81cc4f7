package counterfoil.client.device;

import counterfoil.client.device.WedgeEvent.Bounced;
import counterfoil.client.device.WedgeEvent.End;
import counterfoil.client.device.WedgeEvent.Entry;
import counterfoil.client.device.WedgeEvent.Scanned;
import counterfoil.client.device.WedgeEvent.Source;
import counterfoil.client.device.WedgeEvent.TooLong;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Decides, from keys and the times they came at, what a keyboard-wedge scanner sent and what a
 * person typed.
 *
 * <p>A person's typing shows in the scan field and waits for Enter. A burst faster than fingers is
 * a scanner's: Enter, Tab or silence ends it, and it is taken whole and alone even when a person
 * had typed something before, which stays in the field. Nothing here reads a clock: the caller
 * hands in monotonic times (only differences count), and calls {@link #elapsed} when {@link
 * #deadline()} is reached. A late call, or none, loses nothing; the next key settles what is due.
 *
 * <p>For one thread. The events name codes: they must not be logged.
 */
public final class WedgeDecoder {

  /** The longest code there is: a QR code of version 40 in alphanumeric mode. */
  public static final int LONGEST_CODE = 4296;

  private static final Duration SILENCE = Duration.ofSeconds(1);

  private final WedgeSettings settings;
  private final BounceWindow bounce;
  private final List<Stroke> typed = new ArrayList<>();
  private final Burst burst;
  private final List<WedgeEvent> events = new ArrayList<>();

  private Entry shown = new Entry("", "");
  private long lastNanos;
  private boolean endKeyExpected;
  private int dropped;

  private String pressedCode = "";
  private boolean pressedShift;
  private boolean awaitsText;
  private boolean awaitsEcho;
  private String downCode = "";
  private boolean releasesAreFed;

  /**
   * @param settings how the scanner behaves
   * @throws IllegalArgumentException if {@link WedgeSettings#faults()} names any
   */
  public WedgeDecoder(WedgeSettings settings) {
    if (!settings.faults().isEmpty()) {
      throw new IllegalArgumentException("Unusable settings: " + settings.faults());
    }
    this.settings = settings;
    this.bounce = new BounceWindow(settings.bounceWindow());
    this.burst = new Burst(settings.gunInterval());
  }

  /**
   * Takes in one key.
   *
   * @param key what happened
   * @param timeNanos when, on any monotonic clock
   * @return what follows from it, in order
   */
  public List<WedgeEvent> accept(WedgeKey key, long timeNanos) {
    switch (key) {
      case WedgeKey.Pressed pressed -> press(pressed, timeNanos);
      case WedgeKey.Typed text -> type(text.text(), timeNanos);
      case WedgeKey.Released released -> release(released);
    }
    return flush();
  }

  /**
   * When {@link #elapsed} should be called next.
   *
   * @return a time on the caller's clock; empty while nothing waits for silence
   */
  public OptionalLong deadline() {
    boolean waits =
        settings.ending() == WedgeSettings.Ending.KEY_OR_PAUSE
            && burst.isGun(settings.minimumLengthByPause());
    return waits ? OptionalLong.of(lastNanos + patience() + 1) : OptionalLong.empty();
  }

  /**
   * Says that time has passed without a key.
   *
   * @param timeNanos now
   * @return the code that the silence ended, if any; early calls do nothing
   */
  public List<WedgeEvent> elapsed(long timeNanos) {
    if (!burst.isEmpty() && timeNanos - lastNanos > patience()) {
      settle();
    }
    return flush();
  }

  /**
   * Puts text into the field as if a person had typed it, in place of what is there; for the
   * clipboard. It waits for Enter.
   *
   * @param text the new content
   * @return what follows
   */
  public List<WedgeEvent> replaceTyped(String text) {
    typed.clear();
    burst.clear();
    dropped = 0;
    text.codePoints()
        .filter(c -> !Character.isISOControl(c))
        .limit(LONGEST_CODE)
        .forEach(c -> typed.add(new Stroke("", Character.toString(c), false, lastNanos, false)));
    return flush();
  }

  /**
   * Empties the field; what Escape does too.
   *
   * @return what follows
   */
  public List<WedgeEvent> clear() {
    typed.clear();
    burst.clear();
    dropped = 0;
    return flush();
  }

  /**
   * Lets the next sighting of a code through although the bounce window still runs; for a scan that
   * ended in a fault.
   *
   * @param text the code as it was reported
   */
  public void forget(String text) {
    bounce.forget(text);
  }

  private void press(WedgeKey.Pressed key, long timeNanos) {
    boolean held = releasesAreFed && key.code().equals(downCode);
    downCode = key.code();
    pressedCode = key.shortcut() ? "" : key.code();
    pressedShift = key.shift();
    awaitsText = false;
    awaitsEcho = false;
    if (key.shortcut()) {
      return;
    }
    switch (key.code()) {
      case "ENTER", "TAB" -> {
        awaitsEcho = true;
        end(timeNanos);
      }
      case "BACK_SPACE" -> {
        awaitsEcho = true;
        takeBack();
      }
      case "ESCAPE" -> {
        awaitsEcho = true;
        typed.clear();
        burst.clear();
        dropped = 0;
      }
      case "DELETE" -> awaitsEcho = true;
      default -> {
        if (KeyReading.hasPosition(key.code())) {
          stroke(new Stroke(key.code(), "", key.shift(), timeNanos, held));
          awaitsText = true;
        }
      }
    }
  }

  private void release(WedgeKey.Released key) {
    releasesAreFed = true;
    if (key.code().equals(downCode)) {
      downCode = "";
    }
  }

  private void type(String text, long timeNanos) {
    text.codePoints().forEach(c -> typeOne(c, timeNanos));
  }

  private void typeOne(int character, long timeNanos) {
    if (Character.isISOControl(character) && awaitsEcho) {
      return;
    }
    if (character == '\r' || character == '\n' || character == '\t') {
      end(timeNanos);
    } else if (awaitsText) {
      awaitsText = false;
      complete(Character.toString(character));
    } else {
      stroke(
          new Stroke(pressedCode, Character.toString(character), pressedShift, timeNanos, false));
      pressedCode = "";
    }
  }

  /** Gives the last stroke the character that its key produced. */
  private void complete(String text) {
    if (dropped == 0 && !burst.isEmpty()) {
      burst.completeLast(text);
    }
  }

  private void stroke(Stroke stroke) {
    if (dropped > 0 || typed.size() + burst.size() >= LONGEST_CODE) {
      dropped = dropped == 0 ? LONGEST_CODE + 1 : dropped + 1;
      typed.clear();
      burst.clear();
    } else if (burst.isEmpty()) {
      burst.begin(stroke, typed.isEmpty() || stroke.timeNanos() - lastNanos > SILENCE.toNanos());
    } else if (!burst.isSlow(stroke)) {
      burst.add(stroke);
    } else {
      slowStroke(stroke);
    }
    lastNanos = stroke.timeNanos();
  }

  private void slowStroke(Stroke stroke) {
    long gap = stroke.timeNanos() - lastNanos;
    boolean hiccup = gap <= patience() && burst.mayHiccup() && !stroke.held();
    if (hiccup && (burst.size() > 1 || gap <= settings.pause().toNanos())) {
      burst.add(stroke);
      return;
    }
    if (gap <= patience() && burst.endsSlow()) {
      // Two slow keys in a row are a person's; the first of them was no hiccup.
      Stroke person = burst.removeLast();
      settle();
      typed.add(person);
    } else {
      settle();
    }
    burst.begin(stroke, typed.isEmpty() || gap > SILENCE.toNanos());
  }

  /** Decides about the burst without an end key: a code ended by silence, or typing. */
  private void settle() {
    if (settings.ending() == WedgeSettings.Ending.KEY_OR_PAUSE) {
      List<Stroke> tail = burst.endsSlow() ? List.of(burst.removeLast()) : List.of();
      if (burst.isGun(settings.minimumLengthByPause())) {
        report(burst.strokes(), Source.GUN, End.PAUSE, burst.strokes().getLast().timeNanos());
        endKeyExpected = false;
        burst.clear();
      }
      typed.addAll(burst.strokes());
      typed.addAll(tail);
    } else {
      typed.addAll(burst.strokes());
    }
    burst.clear();
  }

  private void end(long timeNanos) {
    if (dropped > 0) {
      events.add(new TooLong(dropped));
      dropped = 0;
      return;
    }
    long gap = timeNanos - lastNanos;
    if (!burst.isEmpty() && gap > patience()) {
      settle();
    }
    if (burst.isGun(settings.minimumLength())) {
      report(burst.strokes(), Source.GUN, End.KEY, timeNanos);
      endKeyExpected = true;
      burst.clear();
      return;
    }
    boolean quick =
        typed.isEmpty() && burst.isAllQuick() && gap <= settings.gunInterval().toNanos();
    typed.addAll(burst.strokes());
    burst.clear();
    report(List.copyOf(typed), quick ? Source.GUN : Source.TYPED, End.KEY, timeNanos);
    typed.clear();
  }

  private void report(List<Stroke> strokes, Source source, End end, long timeNanos) {
    String raw = KeyReading.read(strokes, settings.layout());
    String text = CodeText.strip(raw, settings);
    if (text.isEmpty()) {
      return;
    }
    Optional<Duration> since = bounce.sight(text, timeNanos);
    events.add(
        since
            .<WedgeEvent>map(age -> new Bounced(text, source, age))
            .orElseGet(() -> new Scanned(text, raw, source, end, Burst.cadence(strokes))));
  }

  private void takeBack() {
    if (burst.isEmpty()) {
      if (!typed.isEmpty()) {
        typed.removeLast();
      }
    } else {
      burst.removeLast();
      typed.addAll(burst.strokes());
      burst.clear();
    }
  }

  /** How long a silence inside a code may last. */
  private long patience() {
    boolean keyWillCome = endKeyExpected || settings.ending() == WedgeSettings.Ending.KEY_ONLY;
    return (keyWillCome ? settings.pauseAfterEndKey() : settings.pause()).toNanos();
  }

  private List<WedgeEvent> flush() {
    List<Stroke> person = new ArrayList<>(typed);
    List<Stroke> scanner = burst.strokes();
    if (!burst.isTelling()) {
      person.addAll(scanner);
      scanner = List.of();
    }
    Entry now =
        new Entry(
            visible(KeyReading.read(person, settings.layout())),
            visible(KeyReading.read(scanner, settings.layout())));
    if (!now.equals(shown)) {
      shown = now;
      events.add(now);
    }
    List<WedgeEvent> out = List.copyOf(events);
    events.clear();
    return out;
  }

  private static String visible(String reading) {
    StringBuilder kept = new StringBuilder(reading.length());
    reading.chars().filter(c -> !Character.isISOControl(c)).forEach(c -> kept.append((char) c));
    return kept.toString();
  }
}

package counterfoil.client.device;

import counterfoil.client.device.WedgeEvent.Cadence;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The newest strokes, while it is open whether a scanner or a person made them.
 *
 * <p>An interval is slow when it is longer than a scanner's, or when the key was held down. A few
 * slow intervals inside a burst are a hiccup of the computer; many are a person.
 */
final class Burst {

  /** From so many quick strokes in a row on, no person is at work and a hiccup is forgiven. */
  static final int TELLING = 3;

  private static final int STROKES_PER_HICCUP = 6;

  private final long gunInterval;
  private final List<Stroke> strokes = new ArrayList<>();
  private final List<Boolean> slow = new ArrayList<>();
  private int slowIntervals;
  private boolean alone;

  Burst(Duration gunInterval) {
    this.gunInterval = gunInterval.toNanos();
  }

  /**
   * Starts anew.
   *
   * @param first the first stroke
   * @param afterSilence whether nothing was pressed for a while before it
   */
  void begin(Stroke first, boolean afterSilence) {
    clear();
    strokes.add(first);
    alone = afterSilence;
  }

  void add(Stroke stroke) {
    boolean isSlow = isSlow(stroke);
    strokes.add(stroke);
    slow.add(isSlow);
    slowIntervals += isSlow ? 1 : 0;
  }

  void completeLast(String text) {
    strokes.set(strokes.size() - 1, strokes.getLast().withText(text));
  }

  Stroke removeLast() {
    if (!slow.isEmpty() && slow.removeLast()) {
      slowIntervals--;
    }
    return strokes.removeLast();
  }

  void clear() {
    strokes.clear();
    slow.clear();
    slowIntervals = 0;
    alone = false;
  }

  boolean isSlow(Stroke next) {
    return next.held() || next.timeNanos() - strokes.getLast().timeNanos() > gunInterval;
  }

  boolean endsSlow() {
    return !slow.isEmpty() && slow.getLast();
  }

  /**
   * Whether a slow interval may be a hiccup: in the midst of quick strokes; or after a first stroke
   * out of the blue, which often finds the computer busy waking up.
   */
  boolean mayHiccup() {
    return (isTelling() && !endsSlow()) || (strokes.size() == 1 && alone);
  }

  /** Whether so many quick strokes came that a scanner must be sending. */
  boolean isTelling() {
    return strokes.size() >= TELLING && slowIntervals <= strokes.size() / STROKES_PER_HICCUP;
  }

  boolean isGun(int minimumLength) {
    return strokes.size() >= minimumLength && isTelling();
  }

  boolean isAllQuick() {
    return strokes.size() > 1 && slowIntervals == 0;
  }

  boolean isEmpty() {
    return strokes.isEmpty();
  }

  int size() {
    return strokes.size();
  }

  List<Stroke> strokes() {
    return List.copyOf(strokes);
  }

  static Cadence cadence(List<Stroke> strokes) {
    List<Long> intervals = new ArrayList<>();
    for (int i = 1; i < strokes.size(); i++) {
      intervals.add(strokes.get(i).timeNanos() - strokes.get(i - 1).timeNanos());
    }
    if (intervals.isEmpty()) {
      return new Cadence(strokes.size(), Duration.ZERO, Duration.ZERO, Duration.ZERO);
    }
    intervals.sort(null);
    return new Cadence(
        strokes.size(),
        Duration.ofNanos(intervals.getFirst()),
        Duration.ofNanos(intervals.get(intervals.size() / 2)),
        Duration.ofNanos(intervals.getLast()));
  }
}

package counterfoil.client.device;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/**
 * How one counter's scanner behaves. {@link #defaults()} suit the scanners met in shops; the others
 * are reached by changing one value with a {@code with…} method and asking {@link #faults()}.
 *
 * @param gunInterval two keys at most this far apart were not pressed by a person; scanners send a
 *     key every 8–16 ms, people take more than 80 ms
 * @param pause silence that ends a code of a scanner that sends no end key, and the longest hiccup
 *     inside a code
 * @param pauseAfterEndKey the same while the last scan ended with a key: a longer silence is then a
 *     hiccup of the computer, not the end of the code
 * @param ending what may end a scanner's code
 * @param minimumLength the shortest code ended by a key that counts as scanned, in characters
 * @param minimumLengthByPause the shortest code ended by silence, in characters
 * @param bounceWindow how long the same code is ignored after it was last seen; zero for never
 * @param layout how keys become characters
 * @param prefix characters the scanner puts before each code; empty for none
 * @param suffix characters the scanner puts after each code, before the end key; empty for none
 * @param stripIdentifier whether a leading AIM symbology identifier ({@code ]Q1}, {@code ]C0};
 *     ISO/IEC 15424) is removed
 * @param stripControls whether control characters (GS, STX, ETX …) are removed
 */
public record WedgeSettings(
    Duration gunInterval,
    Duration pause,
    Duration pauseAfterEndKey,
    Ending ending,
    int minimumLength,
    int minimumLengthByPause,
    Duration bounceWindow,
    Layout layout,
    String prefix,
    String suffix,
    boolean stripIdentifier,
    boolean stripControls) {

  /** What may end a scanner's code. A person always ends with a key. */
  public enum Ending {
    /** Enter, Tab or silence. */
    KEY_OR_PAUSE,
    /** Enter or Tab alone; for slow computers whose scanner does send a key. */
    KEY_ONLY
  }

  /** How keys become characters. */
  public enum Layout {
    /**
     * The character, or the key's position where the character is missing or foreign to codes; and
     * as {@link #FRENCH} when only that reading makes a code.
     */
    AUTOMATIC,
    /** The position on a US keyboard, whatever character was produced. */
    BY_POSITION,
    /** The computer is set to a French keyboard, the scanner to a US one. */
    FRENCH,
    /** The computer is set to a German keyboard, the scanner to a US one. */
    GERMAN
  }

  /** Why settings cannot be used. */
  public enum Fault {
    /** {@code gunInterval} is not within 5–80 ms. */
    GUN_INTERVAL_OUT_OF_RANGE,
    /** {@code pause} is less than two gun intervals, or over 2 s. */
    PAUSE_OUT_OF_RANGE,
    /** {@code pauseAfterEndKey} is shorter than {@code pause}, or over 5 s. */
    PAUSE_AFTER_END_KEY_OUT_OF_RANGE,
    /** {@code minimumLength} is not within 2–64. */
    MINIMUM_LENGTH_OUT_OF_RANGE,
    /** {@code minimumLengthByPause} is less than {@code minimumLength}, or over 64. */
    MINIMUM_LENGTH_BY_PAUSE_OUT_OF_RANGE,
    /** {@code bounceWindow} is negative or over 60 s. */
    BOUNCE_WINDOW_OUT_OF_RANGE,
    /** {@code prefix} or {@code suffix} has more than 16 characters. */
    AFFIX_TOO_LONG
  }

  /**
   * @return settings for the common scanner
   */
  public static WedgeSettings defaults() {
    return new WedgeSettings(
        Duration.ofMillis(35),
        Duration.ofMillis(120),
        Duration.ofMillis(500),
        Ending.KEY_OR_PAUSE,
        4,
        6,
        Duration.ofSeconds(3),
        Layout.AUTOMATIC,
        "",
        "",
        true,
        true);
  }

  /**
   * Checks the values against each other.
   *
   * @return what is wrong; empty when the settings can be used
   */
  public Set<Fault> faults() {
    Set<Fault> found = EnumSet.noneOf(Fault.class);
    if (outside(gunInterval, Duration.ofMillis(5), Duration.ofMillis(80))) {
      found.add(Fault.GUN_INTERVAL_OUT_OF_RANGE);
    }
    if (outside(pause, gunInterval.multipliedBy(2), Duration.ofSeconds(2))) {
      found.add(Fault.PAUSE_OUT_OF_RANGE);
    }
    if (outside(pauseAfterEndKey, pause, Duration.ofSeconds(5))) {
      found.add(Fault.PAUSE_AFTER_END_KEY_OUT_OF_RANGE);
    }
    if (minimumLength < 2 || minimumLength > 64) {
      found.add(Fault.MINIMUM_LENGTH_OUT_OF_RANGE);
    }
    if (minimumLengthByPause < minimumLength || minimumLengthByPause > 64) {
      found.add(Fault.MINIMUM_LENGTH_BY_PAUSE_OUT_OF_RANGE);
    }
    if (outside(bounceWindow, Duration.ZERO, Duration.ofSeconds(60))) {
      found.add(Fault.BOUNCE_WINDOW_OUT_OF_RANGE);
    }
    if (prefix.length() > 16 || suffix.length() > 16) {
      found.add(Fault.AFFIX_TOO_LONG);
    }
    return found;
  }

  private static boolean outside(Duration value, Duration least, Duration most) {
    return value.compareTo(least) < 0 || value.compareTo(most) > 0;
  }

  /**
   * @param value the new gun interval
   * @return these settings with it
   */
  public WedgeSettings withGunInterval(Duration value) {
    return new WedgeSettings(
        value,
        pause,
        pauseAfterEndKey,
        ending,
        minimumLength,
        minimumLengthByPause,
        bounceWindow,
        layout,
        prefix,
        suffix,
        stripIdentifier,
        stripControls);
  }

  /**
   * @param value what may end a code
   * @param normal the new pause
   * @param afterEndKey the new pause after a code that ended with a key
   * @return these settings with them
   */
  public WedgeSettings withEnding(Ending value, Duration normal, Duration afterEndKey) {
    return new WedgeSettings(
        gunInterval,
        normal,
        afterEndKey,
        value,
        minimumLength,
        minimumLengthByPause,
        bounceWindow,
        layout,
        prefix,
        suffix,
        stripIdentifier,
        stripControls);
  }

  /**
   * @param byKey the shortest code ended by a key
   * @param byPause the shortest code ended by silence
   * @return these settings with them
   */
  public WedgeSettings withMinimumLengths(int byKey, int byPause) {
    return new WedgeSettings(
        gunInterval,
        pause,
        pauseAfterEndKey,
        ending,
        byKey,
        byPause,
        bounceWindow,
        layout,
        prefix,
        suffix,
        stripIdentifier,
        stripControls);
  }

  /**
   * @param value the new bounce window
   * @return these settings with it
   */
  public WedgeSettings withBounceWindow(Duration value) {
    return new WedgeSettings(
        gunInterval,
        pause,
        pauseAfterEndKey,
        ending,
        minimumLength,
        minimumLengthByPause,
        value,
        layout,
        prefix,
        suffix,
        stripIdentifier,
        stripControls);
  }

  /**
   * @param value how keys become characters
   * @return these settings with it
   */
  public WedgeSettings withLayout(Layout value) {
    return new WedgeSettings(
        gunInterval,
        pause,
        pauseAfterEndKey,
        ending,
        minimumLength,
        minimumLengthByPause,
        bounceWindow,
        value,
        prefix,
        suffix,
        stripIdentifier,
        stripControls);
  }

  /**
   * @param before the characters before each code
   * @param after the characters after each code
   * @param identifier whether an AIM identifier is removed
   * @param controls whether control characters are removed
   * @return these settings with them
   */
  public WedgeSettings withStripping(
      String before, String after, boolean identifier, boolean controls) {
    return new WedgeSettings(
        gunInterval,
        pause,
        pauseAfterEndKey,
        ending,
        minimumLength,
        minimumLengthByPause,
        bounceWindow,
        layout,
        before,
        after,
        identifier,
        controls);
  }
}

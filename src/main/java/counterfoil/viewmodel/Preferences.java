package counterfoil.viewmodel;

import counterfoil.viewmodel.port.PreferenceStore;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.Property;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The settings of this device, in force at once and kept at once. An unreadable value falls back to
 * its default and never stops the program.
 */
public final class Preferences {
  private static final Logger LOG = LoggerFactory.getLogger(Preferences.class);

  /** The most characters that a scanner may put before or after a code. */
  public static final int MOST_AFFIX = 16;

  private final PreferenceStore store;
  private final ObjectProperty<Language> language;
  private final ObjectProperty<Theme> theme;
  private final IntegerProperty scale;
  private final BooleanProperty muted;
  private final IntegerProperty volume;
  private final IntegerProperty gunInterval;
  private final IntegerProperty bounceSeconds;
  private final BooleanProperty stripping;
  private final BooleanProperty endKeyOnly;
  private final StringProperty prefix;
  private final StringProperty suffix;
  private final BooleanProperty keyHints;
  private final BooleanProperty reducedMotion;

  /**
   * Reads what was kept.
   *
   * @param store where settings are kept
   * @param system the language of the system, for a device that was never told
   */
  public Preferences(PreferenceStore store, Locale system) {
    this.store = store;
    Map<String, String> kept = store.load();
    Language fallback = "zh".equals(system.getLanguage()) ? Language.ZH_CN : Language.EN;
    language = keep("language", choice(kept, "language", Language.class, fallback));
    theme = keep("theme", choice(kept, "theme", Theme.class, Theme.LIGHT));
    scale = keep("scale", number(kept, "scale", 100, 200, 100));
    muted = keep("sound.muted", flag(kept, "sound.muted", false));
    volume = keep("sound.volume", number(kept, "sound.volume", 0, 100, 80));
    gunInterval = keep("scanner.interval", number(kept, "scanner.interval", 5, 80, 35));
    bounceSeconds = keep("scanner.bounce", number(kept, "scanner.bounce", 0, 60, 3));
    stripping = keep("scanner.stripping", flag(kept, "scanner.stripping", true));
    endKeyOnly = keep("scanner.end-key-only", flag(kept, "scanner.end-key-only", false));
    prefix = keep("scanner.prefix", affix(kept, "scanner.prefix"));
    suffix = keep("scanner.suffix", affix(kept, "scanner.suffix"));
    keyHints = keep("key-hints", flag(kept, "key-hints", true));
    reducedMotion = keep("reduced-motion", flag(kept, "reduced-motion", false));
  }

  private <P extends Property<?>> P keep(String name, P property) {
    property.addListener((_, _, now) -> store.save(name, String.valueOf(now)));
    return property;
  }

  private static <E extends Enum<E>> ObjectProperty<E> choice(
      Map<String, String> kept, String name, Class<E> type, E fallback) {
    try {
      return new SimpleObjectProperty<>(
          Optional.ofNullable(kept.get(name))
              .map(value -> Enum.valueOf(type, value))
              .orElse(fallback));
    } catch (IllegalArgumentException unknown) {
      LOG.warn("setting {} is not understood and falls back", name, unknown);
      return new SimpleObjectProperty<>(fallback);
    }
  }

  private static IntegerProperty number(
      Map<String, String> kept, String name, int least, int most, int fallback) {
    try {
      int value = Integer.parseInt(kept.getOrDefault(name, Integer.toString(fallback)));
      return new SimpleIntegerProperty(Math.clamp(value, least, most));
    } catch (NumberFormatException unreadable) {
      LOG.warn("setting {} is not a number and falls back", name, unreadable);
      return new SimpleIntegerProperty(fallback);
    }
  }

  private static BooleanProperty flag(Map<String, String> kept, String name, boolean fallback) {
    return new SimpleBooleanProperty(
        Boolean.parseBoolean(kept.getOrDefault(name, Boolean.toString(fallback))));
  }

  private static StringProperty affix(Map<String, String> kept, String name) {
    String value = kept.getOrDefault(name, "");
    return new SimpleStringProperty(value.length() > MOST_AFFIX ? "" : value);
  }

  /** The language of every text. */
  @ScreenWrites
  public ObjectProperty<Language> languageProperty() {
    return language;
  }

  /** Light or dark. */
  @ScreenWrites
  public ObjectProperty<Theme> themeProperty() {
    return theme;
  }

  /** Size of everything, 100 to 200 %. */
  @ScreenWrites
  public IntegerProperty scaleProperty() {
    return scale;
  }

  /** Whether the device is silent. */
  @ScreenWrites
  public BooleanProperty mutedProperty() {
    return muted;
  }

  /** Loudness of sounds, 0 to 100 %. */
  @ScreenWrites
  public IntegerProperty volumeProperty() {
    return volume;
  }

  /** Longest interval between a scanner's keys, in milliseconds. */
  @ScreenWrites
  public IntegerProperty gunIntervalProperty() {
    return gunInterval;
  }

  /** How long the same code is ignored, in seconds (V9). */
  @ScreenWrites
  public IntegerProperty bounceSecondsProperty() {
    return bounceSeconds;
  }

  /** Whether AIM identifiers and control characters are taken off a code. */
  @ScreenWrites
  public BooleanProperty strippingProperty() {
    return stripping;
  }

  /** Whether only Enter or Tab ends a scanned code, and silence does not (V2). */
  @ScreenWrites
  public BooleanProperty endKeyOnlyProperty() {
    return endKeyOnly;
  }

  /** What the scanner puts before each code, at most {@link #MOST_AFFIX} characters (V8). */
  @ScreenWrites
  public StringProperty prefixProperty() {
    return prefix;
  }

  /** What the scanner puts after each code, at most {@link #MOST_AFFIX} characters (V8). */
  @ScreenWrites
  public StringProperty suffixProperty() {
    return suffix;
  }

  /** Whether actions show their keys. */
  @ScreenWrites
  public BooleanProperty keyHintsProperty() {
    return keyHints;
  }

  /** Whether nothing moves. */
  @ScreenWrites
  public BooleanProperty reducedMotionProperty() {
    return reducedMotion;
  }
}

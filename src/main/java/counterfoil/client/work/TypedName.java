package counterfoil.client.work;

import counterfoil.client.cache.SettingStore;
import java.text.Normalizer;
import java.util.Optional;

/**
 * A name that a person typed, kept with a store's settings.
 *
 * @param settings where it is kept
 * @param keptAs the setting's name
 * @param most the most characters (code points) that are kept
 */
record TypedName(SettingStore settings, String keptAs, int most) {

  /** The name; empty until one was kept. */
  Optional<String> get() {
    return settings.preference(keptAs);
  }

  /** Keeps a name as typed; an empty one changes nothing. */
  void keep(String typed) {
    String plain = Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
    if (!plain.isEmpty()) {
      int end =
          plain.offsetByCodePoints(0, Math.min(most, plain.codePointCount(0, plain.length())));
      settings.setPreference(keptAs, plain.substring(0, end));
    }
  }
}

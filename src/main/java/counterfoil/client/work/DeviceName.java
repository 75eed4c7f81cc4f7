package counterfoil.client.work;

import counterfoil.client.cache.SettingStore;
import java.text.Normalizer;
import java.util.function.Supplier;

/** What people call this device. It is told to the server when the device is enrolled. */
public final class DeviceName implements Supplier<String> {
  private static final String KEPT_AS = "device.name";

  /** The most characters of a name. */
  private static final int MOST = 60;

  private final SettingStore settings;
  private final String usual;

  /**
   * The name kept in a store.
   *
   * @param usual the name until a person gives one
   */
  public DeviceName(SettingStore settings, String usual) {
    this.settings = settings;
    this.usual = usual;
  }

  @Override
  public String get() {
    return settings.preference(KEPT_AS).orElse(usual);
  }

  /** Keeps a name as typed; an empty one changes nothing. */
  void keep(String typed) {
    String plain = Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
    if (!plain.isEmpty()) {
      int end =
          plain.offsetByCodePoints(0, Math.min(MOST, plain.codePointCount(0, plain.length())));
      settings.setPreference(KEPT_AS, plain.substring(0, end));
    }
  }
}

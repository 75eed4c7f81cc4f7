package counterfoil.client.work;

import counterfoil.client.cache.SettingStore;
import java.util.function.Supplier;

/** What people call this device. It is told to the server when the device is enrolled. */
public final class DeviceName implements Supplier<String> {
  private static final String KEPT_AS = "device.name";

  /** The most characters of a name. */
  private static final int MOST = 60;

  private final TypedName name;
  private final String usual;

  /**
   * The name kept in a store.
   *
   * @param usual the name until a person gives one
   */
  public DeviceName(SettingStore settings, String usual) {
    this.name = new TypedName(settings, KEPT_AS, MOST);
    this.usual = usual;
  }

  @Override
  public String get() {
    return name.get().orElse(usual);
  }

  /** Keeps a name as typed; an empty one changes nothing. */
  void keep(String typed) {
    name.keep(typed);
  }
}

package counterfoil.viewmodel.port;

import java.util.Map;

/** Keeps the settings of this device. Holds no secret and nothing of a person. */
public interface PreferenceStore {
  /** What was kept; empty on a new device, and when the file cannot be read. */
  Map<String, String> load();

  /** Keeps one setting. A failure is logged and costs no work: settings are not acts. */
  void save(String name, String value);
}

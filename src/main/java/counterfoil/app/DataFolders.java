package counterfoil.app;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/** Where each system wants a program's data. */
final class DataFolders {
  private DataFolders() {}

  /**
   * The folder of real work.
   *
   * @param environment the process's environment
   * @param properties the virtual machine's properties
   */
  static Path work(Map<String, String> environment, Properties properties) {
    String system = properties.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    Path home = Path.of(properties.getProperty("user.home", "."));
    if (system.startsWith("windows")) {
      String local = environment.get("LOCALAPPDATA");
      return (local == null ? home.resolve("AppData").resolve("Local") : Path.of(local))
          .resolve("Counterfoil");
    }
    if (system.startsWith("mac")) {
      return home.resolve("Library").resolve("Application Support").resolve("Counterfoil");
    }
    String data = environment.get("XDG_DATA_HOME");
    return (data == null || data.isEmpty()
            ? home.resolve(".local").resolve("share")
            : Path.of(data))
        .resolve("counterfoil");
  }
}

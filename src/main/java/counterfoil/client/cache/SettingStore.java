package counterfoil.client.cache;

import java.sql.SQLException;
import java.util.Optional;

/**
 * Small values that are no secret and are needed before anybody signs in: language, theme, scale,
 * sound, the scanner's timing, the server's address. Never a name, code or token.
 */
public final class SettingStore {
  /** What the names of settings that screens own begin with. */
  private static final String PREFERENCE = "preference.";

  private final Database database;

  SettingStore(Database database) {
    this.database = database;
  }

  /** A preference; empty when nobody has set it. */
  public Optional<String> preference(String name) {
    return database.read(tx -> get(tx, PREFERENCE + name));
  }

  /** Sets a preference. */
  public void setPreference(String name, String value) {
    database.write(tx -> put(tx, PREFERENCE + name, value));
  }

  static Optional<String> get(Tx tx, String name) throws SQLException {
    return tx.first("SELECT value FROM setting WHERE name = ?", row -> row.getString(1), name);
  }

  static int put(Tx tx, String name, String value) throws SQLException {
    return tx.update(
        "INSERT INTO setting (name, value) VALUES (?, ?)"
            + " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        name,
        value);
  }

  static int remove(Tx tx, String name) throws SQLException {
    return tx.update("DELETE FROM setting WHERE name = ?", name);
  }
}

package counterfoil.server.store;

import counterfoil.protocol.Bytes;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Finds the key that seals a store. It lies in the database when that was made without a folder,
 * else in a folder's {@code server.key}. A new one is made for a new store only: with another key
 * nobody could sign in and nothing sealed could be read, so a missing one is said at the start.
 */
final class StoreKey {
  private StoreKey() {}

  /**
   * The key of a store, made with it when it holds nothing yet.
   *
   * @param folder where {@code server.key} lies or is made; null for the database itself
   * @throws IOException when the key that sealed the store is not there
   */
  static Bytes of(DataSource pool, @Nullable Path folder, SecureRandom random) throws IOException {
    try (Connection connection = pool.getConnection()) {
      Bytes kept = kept(connection);
      if (kept != null) {
        return kept;
      }
      if (folder != null && KeyFile.isIn(folder)) {
        return KeyFile.readOrMake(folder, random);
      }
      if (isUsed(connection)) {
        throw new IOException(missing(folder));
      }
      return folder == null ? made(connection, random) : KeyFile.readOrMake(folder, random);
    } catch (SQLException e) {
      throw StoreException.of(e);
    }
  }

  private static String missing(@Nullable Path folder) {
    return folder == null
        ? "its key lies in a data folder: name that with --data"
        : KeyFile.in(folder) + " is missing: copy the key of this store there";
  }

  private static boolean isUsed(Connection connection) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement("SELECT 1 FROM tenant LIMIT 1");
        ResultSet row = select.executeQuery()) {
      return row.next();
    }
  }

  private static @Nullable Bytes kept(Connection connection) throws SQLException {
    try (PreparedStatement select =
            connection.prepareStatement("SELECT secret FROM server_key WHERE id = '1'");
        ResultSet row = select.executeQuery()) {
      return row.next() ? Bytes.ofBase64Url(row.getString(1)).orElseThrow() : null;
    }
  }

  private static Bytes made(Connection connection, SecureRandom random) throws SQLException {
    byte[] fresh = new byte[32];
    random.nextBytes(fresh);
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO server_key (id, secret) VALUES ('1', ?) ON CONFLICT (id) DO NOTHING")) {
      insert.setString(1, Bytes.of(fresh).base64Url());
      insert.executeUpdate();
    }
    // Another node of this server may have been first; its key holds.
    Bytes kept = kept(connection);
    if (kept == null) {
      throw new IllegalStateException("the server key in the database cannot be read");
    }
    return kept;
  }
}

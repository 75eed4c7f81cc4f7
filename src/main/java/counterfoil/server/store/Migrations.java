package counterfoil.server.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import org.sqlite.SQLiteConnection;

/** Brings a database to this version's schema, one numbered script after the other. */
final class Migrations {
  private static final List<String> SCRIPTS = List.of("0001-spine.sql");

  /** What a script says of a table that SQLite stores in the order of its key. */
  private static final String CLUSTERED = "/* SQLite: WITHOUT ROWID */";

  private Migrations() {}

  /** The newest schema this program knows. */
  static int newest() {
    return SCRIPTS.size();
  }

  /**
   * Runs what is missing, in one transaction that the caller ends.
   *
   * @throws StoreTooNew when the database comes from a newer version
   */
  static void run(Connection connection) throws SQLException, StoreTooNew {
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE IF NOT EXISTS schema_version (version bigint NOT NULL)");
      boolean embedded = connection.isWrapperFor(SQLiteConnection.class);
      if (!embedded) {
        // Two nodes that start at the same time wait here for each other.
        statement.execute("LOCK TABLE schema_version IN EXCLUSIVE MODE");
      }
      int version = version(statement);
      if (version > newest()) {
        throw new StoreTooNew(version, newest());
      }
      for (int next = version; next < newest(); next++) {
        for (String command : commands(SCRIPTS.get(next))) {
          statement.execute(embedded ? command.replace(CLUSTERED, "WITHOUT ROWID") : command);
        }
        statement.execute("INSERT INTO schema_version (version) VALUES (" + (next + 1) + ")");
      }
    }
  }

  private static int version(Statement statement) throws SQLException {
    try (ResultSet row =
        statement.executeQuery("SELECT COALESCE(MAX(version), 0) FROM schema_version")) {
      return row.next() ? row.getInt(1) : 0;
    }
  }

  private static List<String> commands(String script) {
    String name = "/counterfoil/sql/server/" + script;
    try (InputStream in = Migrations.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("missing resource " + name);
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      String bare = String.join("\n", text.lines().filter(line -> !line.startsWith("--")).toList());
      return Arrays.stream(bare.split(";", -1))
          .map(String::strip)
          .filter(command -> !command.isEmpty())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

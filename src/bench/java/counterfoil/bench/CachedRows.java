package counterfoil.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** All that a first sync wrote, as it lies in the tables: sealed, with its search tokens. */
final class CachedRows {
  private static final List<String> TABLES = List.of("directory", "redemptions", "vouchers");
  private final Map<String, List<Object[]>> rows = new HashMap<>();
  private final Map<Object, List<Object[]>> terms = new HashMap<>();

  /** Reads them from a client's closed database, in the order in which they were written. */
  static CachedRows of(Path database) throws SQLException {
    CachedRows all = new CachedRows();
    try (Connection connection = connect(database)) {
      for (String table : TABLES) {
        all.rows.put(table, read(connection, "SELECT * FROM feed_" + table + " ORDER BY rowid"));
      }
      for (Object[] term : read(connection, "SELECT * FROM feed_term")) {
        all.terms.computeIfAbsent(term[2], _ -> new ArrayList<>()).add(term);
      }
    }
    return all;
  }

  long count() {
    return rows.values().stream().mapToLong(List::size).sum();
  }

  long vouchers() {
    return rows.getOrDefault("vouchers", List.of()).size();
  }

  long termCount() {
    return terms.values().stream().mapToLong(List::size).sum();
  }

  /** Inserts them into empty tables in one transaction; the nanoseconds that it took. */
  long insert(Path database) throws SQLException {
    try (Connection connection = connect(database)) {
      connection.setAutoCommit(false);
      long start = System.nanoTime();
      try (PreparedStatement term = insertion(connection, "term", 3)) {
        for (String table : TABLES) {
          insert(connection, table, term);
        }
      }
      connection.commit();
      return System.nanoTime() - start;
    }
  }

  private void insert(Connection connection, String table, PreparedStatement term)
      throws SQLException {
    List<Object[]> all = rows.getOrDefault(table, List.of());
    if (all.isEmpty()) {
      return;
    }
    int id = table.equals("directory") ? 1 : 0;
    try (PreparedStatement row = insertion(connection, table, all.getFirst().length)) {
      for (Object[] each : all) {
        run(row, each);
        for (Object[] token : terms.getOrDefault(each[id], List.of())) {
          run(term, token);
        }
      }
    }
  }

  private static void run(PreparedStatement statement, Object[] values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    statement.executeUpdate();
  }

  private static PreparedStatement insertion(Connection connection, String table, int columns)
      throws SQLException {
    return connection.prepareStatement(
        "INSERT INTO fresh_" + table + " VALUES (" + "?, ".repeat(columns - 1) + "?)");
  }

  private static List<Object[]> read(Connection connection, String query) throws SQLException {
    List<Object[]> found = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      int columns = row.getMetaData().getColumnCount();
      while (row.next()) {
        Object[] values = new Object[columns];
        for (int i = 0; i < columns; i++) {
          values[i] = row.getObject(i + 1);
        }
        found.add(values);
      }
    }
    return found;
  }

  private static Connection connect(Path database) throws SQLException {
    Properties settings = new Properties();
    settings.setProperty("jdbc.get_generated_keys", "false");
    Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database, settings);
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA journal_mode=WAL");
      statement.execute("PRAGMA synchronous=FULL");
      statement.execute("PRAGMA cache_size=-32000");
      statement.execute("PRAGMA temp_store=MEMORY");
      statement.execute("PRAGMA wal_autocheckpoint=10000");
    }
    return connection;
  }
}

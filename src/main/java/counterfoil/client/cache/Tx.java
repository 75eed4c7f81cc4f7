package counterfoil.client.cache;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One transaction of the local store, handed to the stores of this package. Valid only inside the
 * function that received it; statements are prepared once a connection.
 */
public final class Tx {
  private final Connection connection;
  private final Map<String, PreparedStatement> statements = new HashMap<>();

  Tx(Connection connection) {
    this.connection = connection;
  }

  /** Runs one statement; answers how many rows it changed. */
  int update(String sql, @Nullable Object... values) throws SQLException {
    return bound(sql, values).executeUpdate();
  }

  /** All rows of a query. */
  <T> List<T> list(String sql, Reader<T> reader, @Nullable Object... values) throws SQLException {
    List<T> found = new ArrayList<>();
    try (ResultSet rows = bound(sql, values).executeQuery()) {
      while (rows.next()) {
        found.add(reader.read(rows));
      }
    }
    return found;
  }

  /** Hands every row of a query to a reader. */
  void each(String sql, Visitor visitor, @Nullable Object... values) throws SQLException {
    try (ResultSet rows = bound(sql, values).executeQuery()) {
      while (rows.next()) {
        visitor.visit(rows);
      }
    }
  }

  /** The first row of a query. */
  <T> Optional<T> first(String sql, Reader<T> reader, @Nullable Object... values)
      throws SQLException {
    try (ResultSet rows = bound(sql, values).executeQuery()) {
      return rows.next() ? Optional.of(reader.read(rows)) : Optional.empty();
    }
  }

  /** A count or a sum; 0 when there is no row or no value. */
  long number(String sql, @Nullable Object... values) throws SQLException {
    return first(sql, row -> row.getLong(1), values).orElse(0L);
  }

  Connection connection() {
    return connection;
  }

  /** Lets go of every statement: after a fault the driver takes none that it met again. */
  void forget() throws SQLException {
    List<PreparedStatement> all = List.copyOf(statements.values());
    statements.clear();
    for (PreparedStatement each : all) {
      each.close();
    }
  }

  private PreparedStatement bound(String sql, @Nullable Object... values) throws SQLException {
    PreparedStatement statement = statements.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      statements.put(sql, statement);
    }
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }

  /** Reads one row. */
  @FunctionalInterface
  interface Reader<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** Takes one row. */
  @FunctionalInterface
  interface Visitor {
    void visit(ResultSet row) throws SQLException;
  }
}

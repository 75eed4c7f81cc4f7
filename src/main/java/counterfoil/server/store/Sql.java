package counterfoil.server.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Statements of one transaction. Writes that nothing in the transaction reads again may be put off
 * and are then sent in batches, which on PostgreSQL saves a round trip each.
 */
final class Sql {
  private final Prepared prepared;
  private final Set<PreparedStatement> batches = new LinkedHashSet<>();

  Sql(Prepared prepared) {
    this.prepared = prepared;
  }

  /** Runs a change now and counts the rows it changed. */
  int run(String text, @Nullable Object... values) {
    try {
      PreparedStatement statement = prepared.statement(text);
      bind(statement, values);
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw StoreException.of(e);
    }
  }

  /** Runs a change before the commit, in the order of equal texts. */
  void later(String text, @Nullable Object... values) {
    try {
      PreparedStatement statement = prepared.batch(text);
      bind(statement, values);
      statement.addBatch();
      batches.add(statement);
    } catch (SQLException e) {
      throw StoreException.of(e);
    }
  }

  /** Sends what was put off. */
  void flush() {
    try {
      for (PreparedStatement statement : batches) {
        statement.executeBatch();
      }
      batches.clear();
    } catch (SQLException e) {
      throw StoreException.of(e);
    }
  }

  <T> List<T> list(String text, Reading<T> reading, @Nullable Object... values) {
    try {
      PreparedStatement statement = prepared.statement(text);
      bind(statement, values);
      try (ResultSet rows = statement.executeQuery()) {
        List<T> found = new ArrayList<>();
        while (rows.next()) {
          found.add(reading.read(new Row(rows)));
        }
        return found;
      }
    } catch (SQLException e) {
      throw StoreException.of(e);
    }
  }

  <T> @Nullable T one(String text, Reading<T> reading, @Nullable Object... values) {
    List<T> found = list(text, reading, values);
    if (found.size() > 1) {
      throw new IllegalStateException("more than one row: " + text);
    }
    return found.isEmpty() ? null : found.getFirst();
  }

  long number(String text, @Nullable Object... values) {
    Long number = one(text, row -> row.number(1), values);
    if (number == null) {
      throw new IllegalStateException("no row: " + text);
    }
    return number;
  }

  private static void bind(PreparedStatement statement, @Nullable Object[] values)
      throws SQLException {
    for (int i = 0; i < values.length; i++) {
      Object value = values[i];
      switch (value) {
        case null -> statement.setNull(i + 1, Types.NULL);
        case String text -> statement.setString(i + 1, text);
        case Long number -> statement.setLong(i + 1, number);
        case Integer number -> statement.setLong(i + 1, number);
        case Boolean flag -> statement.setLong(i + 1, flag ? 1 : 0);
        case Instant at -> statement.setLong(i + 1, at.toEpochMilli());
        default -> throw new IllegalArgumentException("no SQL type for " + value.getClass());
      }
    }
  }

  /** Makes a value of a row. */
  interface Reading<T> {
    T read(Row row) throws SQLException;
  }

  /** The columns of a row, by place from 1. */
  static final class Row {
    private final ResultSet columns;

    Row(ResultSet columns) {
      this.columns = columns;
    }

    String text(int column) throws SQLException {
      return columns.getString(column);
    }

    @Nullable String textOrNull(int column) throws SQLException {
      return columns.getString(column);
    }

    long number(int column) throws SQLException {
      return columns.getLong(column);
    }

    @Nullable Long numberOrNull(int column) throws SQLException {
      long number = columns.getLong(column);
      return columns.wasNull() ? null : number;
    }

    boolean flag(int column) throws SQLException {
      return columns.getLong(column) != 0;
    }

    Instant time(int column) throws SQLException {
      return Instant.ofEpochMilli(columns.getLong(column));
    }

    @Nullable Instant timeOrNull(int column) throws SQLException {
      Long at = numberOrNull(column);
      return at == null ? null : Instant.ofEpochMilli(at);
    }
  }
}

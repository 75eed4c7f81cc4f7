package counterfoil.server.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/**
 * The statements of one connection, each text prepared once for as long as the connection lives.
 * SQLite's driver keeps none, and to compile a statement costs it as much as to run it.
 */
final class Prepared {
  private final Connection connection;
  private final Map<String, PreparedStatement> statements = new HashMap<>();
  private final Map<String, PreparedStatement> batches = new HashMap<>();

  Prepared(Connection connection) {
    this.connection = connection;
  }

  /** The statement with a text. */
  PreparedStatement statement(String text) throws SQLException {
    return in(statements, text);
  }

  /** The statement with a text whose runs are collected first: never one that runs at once. */
  PreparedStatement batch(String text) throws SQLException {
    return in(batches, text);
  }

  private PreparedStatement in(Map<String, PreparedStatement> known, String text)
      throws SQLException {
    PreparedStatement statement = known.get(text);
    if (statement == null) {
      statement = connection.prepareStatement(text);
      known.put(text, statement);
    }
    return statement;
  }

  /** Closes them all: after a fault nobody knows what one has still collected. */
  void close() throws SQLException {
    for (PreparedStatement statement : statements.values()) {
      statement.close();
    }
    for (PreparedStatement statement : batches.values()) {
      statement.close();
    }
  }
}

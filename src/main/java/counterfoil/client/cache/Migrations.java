package counterfoil.client.cache;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The numbered scripts that make or raise the schema, {@code sql/client/001.sql} and on. The number
 * of the last one that ran is SQLite's {@code user_version}.
 */
final class Migrations {
  private static final List<String> SHIPPED = List.of("001.sql", "002.sql");

  private final List<String> scripts;

  Migrations(List<String> scripts) {
    this.scripts = List.copyOf(scripts);
  }

  static Migrations shipped() {
    return new Migrations(SHIPPED.stream().map(Migrations::script).toList());
  }

  private static String script(String name) {
    try (InputStream in = Migrations.class.getResourceAsStream("/counterfoil/sql/client/" + name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<String> scripts() {
    return scripts;
  }

  int newest() {
    return scripts.size();
  }

  /** Runs what is missing, all in one transaction. */
  void raise(Connection connection, int from) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("BEGIN IMMEDIATE");
      for (String script : scripts.subList(from, scripts.size())) {
        for (String each : statements(script)) {
          statement.execute(each);
        }
      }
      statement.execute("PRAGMA user_version = " + scripts.size());
      statement.execute("COMMIT");
    }
  }

  /** A script is split at semicolons that end a line; comments start at the line's beginning. */
  private static List<String> statements(String script) {
    StringBuilder code = new StringBuilder();
    script
        .lines()
        .filter(line -> !line.startsWith("--"))
        .forEach(each -> code.append(each).append('\n'));
    List<String> found = new ArrayList<>();
    for (String each : code.toString().split(";\n", -1)) {
      if (!each.isBlank()) {
        found.add(each);
      }
    }
    return found;
  }
}

package counterfoil.client.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a screen called done survives a power cut: settings that no later line may loosen. */
final class DurabilityTest {
  private static final String FULL = "2";

  @TempDir Path folder;

  @Test
  void waitsForTheDiskAtEveryCommit() throws SQLException {
    try (Connection writer = Database.connect(folder.resolve("cache.db"), true)) {
      assertThat(pragma(writer, "synchronous")).isEqualTo(FULL);
      assertThat(pragma(writer, "journal_mode")).isEqualTo("wal");
    }
  }

  private static String pragma(Connection connection, String name) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("PRAGMA " + name)) {
      return row.getString(1);
    }
  }
}

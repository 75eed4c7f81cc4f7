package counterfoil.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import counterfoil.fixture.Stores;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Migrations of the server's store, on both kinds. */
@ParameterizedClass
@EnumSource
final class StoreOpeningTest {
  private final Stores.Opened opened;

  StoreOpeningTest(Stores.Kind kind) {
    opened = Stores.empty(kind);
  }

  @AfterEach
  void drop() {
    opened.remove().run();
  }

  private static Map<String, String> schema(Stores.Opened store) throws Exception {
    Map<String, String> found = new TreeMap<>();
    try (Connection connection = DriverManager.getConnection(store.url());
        ResultSet columns = connection.getMetaData().getColumns(null, null, "%", "%")) {
      while (columns.next()) {
        String schema = columns.getString("TABLE_SCHEM");
        if (schema == null || schema.equals("public")) {
          found.put(
              columns.getString("TABLE_NAME") + "." + columns.getString("COLUMN_NAME"),
              columns.getString("TYPE_NAME")
                  + " "
                  + columns.getString("IS_NULLABLE")
                  + " "
                  + columns.getString("COLUMN_DEF"));
        }
      }
    }
    return found;
  }

  @Test
  void openingAgainChangesNothing() throws Exception {
    opened.node().get().close();
    Map<String, String> fresh = schema(opened);
    assertThat(fresh).containsKey("voucher.code_hash");
    opened.node().get().close();
    assertThat(schema(opened)).isEqualTo(fresh);
    assertThat(opened.number("SELECT count(*) FROM schema_version")).isEqualTo(Migrations.newest());
  }

  @Test
  void aStoreOfANewerVersionIsRefusedInWordsAndLeftAsItIs() throws Exception {
    opened.node().get().close();
    int newer = Migrations.newest() + 1;
    opened.tamper("INSERT INTO schema_version (version) VALUES (" + newer + ")");
    assertThatThrownBy(() -> opened.node().get())
        .rootCause()
        .isInstanceOf(StoreTooNew.class)
        .hasMessageContaining(String.valueOf(newer))
        .hasMessageContaining("newer");
    assertThat(opened.number("SELECT max(version) FROM schema_version")).isEqualTo(newer);
  }
}

package counterfoil.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import counterfoil.domain.calendar.TenantCalendar;
import counterfoil.fixture.HandClock;
import counterfoil.fixture.Stores;
import counterfoil.server.work.Tenants;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store is opened with the key that sealed it, or not at all. */
@DisplayName("The key of a store")
final class StoreKeyTest {
  private static final SecureRandom RANDOM = new SecureRandom();

  @TempDir private Path folder;

  @Test
  void liesInTheDatabaseThatWasMadeWithoutAFolder() throws Exception {
    Stores.Opened database = Stores.empty(Stores.Kind.POSTGRESQL);
    try {
      String made = used(Store.postgres(database.url(), null, RANDOM));
      assertThat(mark(Store.postgres(database.url(), folder, RANDOM))).isEqualTo(made);
      assertThat(folder).isEmptyDirectory();
    } finally {
      database.remove().run();
    }
  }

  @Test
  void isAskedForWhereItLiesInAFolder() throws Exception {
    Stores.Opened database = Stores.empty(Stores.Kind.POSTGRESQL);
    try {
      String made = used(Store.postgres(database.url(), folder, RANDOM));
      assertThatThrownBy(() -> Store.postgres(database.url(), null, RANDOM))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("--data");
      assertThat(mark(Store.postgres(database.url(), folder, RANDOM))).isEqualTo(made);
    } finally {
      database.remove().run();
    }
  }

  @Test
  void isNeverMadeAnewForAStoreThatIsInUse() throws Exception {
    String made = used(Store.embedded(folder, RANDOM));
    Path key = KeyFile.in(folder);
    Path aside = folder.resolve("aside");
    Files.move(key, aside);
    assertThatThrownBy(() -> Store.embedded(folder, RANDOM))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("server.key is missing");
    assertThat(key).doesNotExist();
    Files.move(aside, key);
    assertThat(mark(Store.embedded(folder, RANDOM))).isEqualTo(made);
  }

  /** Makes a tenant in the store, closes it and gives its key's mark. */
  private static String used(Store store) {
    try (ExecutorService writers = Executors.newCachedThreadPool()) {
      new Tenants(store, Stores.surroundings(new HandClock(Stores.START), writers))
          .init(
              new Tenants.NewTenant(
                  "yunqi", "yunqi", TenantCalendar.USUAL_ZONE, "chenli", "a long password"));
    }
    return mark(store);
  }

  private static String mark(Store store) {
    try (store) {
      return store.key().mac("test", "the same text");
    }
  }
}

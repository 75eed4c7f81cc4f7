package counterfoil.server.work;

import static org.assertj.core.api.Assertions.assertThat;

import counterfoil.fixture.HandClock;
import counterfoil.fixture.Stores;
import counterfoil.server.store.Store;
import counterfoil.server.store.StoreTooNew;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The embedded store's backups, over a real store and real files. */
@DisplayName("Backups of the embedded store")
final class BackupKeeperTest {
  @TempDir Path folder;
  private final HandClock clock = new HandClock(Stores.START);
  private final ExecutorService none = Executors.newCachedThreadPool();
  private final SecureRandom random = new SecureRandom();
  private Path data;
  private Path backups;
  private Store store;
  private Tenants console;
  private BackupKeeper keeper;

  @BeforeEach
  void open() throws IOException, StoreTooNew {
    data = folder.resolve("data");
    backups = folder.resolve("backups");
    store = Store.embedded(data, random);
    console = new Tenants(store, Stores.surroundings(clock, none));
    console.init(
        new Tenants.NewTenant(
            "yunqi", "Yunqi", ZoneId.of("Asia/Shanghai"), "chenli", "long enough password"));
    keeper = new BackupKeeper(store, data, backups, clock, random);
  }

  @AfterEach
  void close() {
    store.close();
    none.shutdownNow();
  }

  private List<String> made() throws IOException {
    try (Stream<Path> found = Files.list(backups)) {
      return found.map(each -> each.getFileName().toString()).sorted().toList();
    }
  }

  private void damage() throws Exception {
    try (Connection file = DriverManager.getConnection("jdbc:sqlite:" + Store.file(data));
        Statement sql = file.createStatement()) {
      sql.execute("UPDATE audit SET actor = 'somebody' WHERE n = 1");
    }
  }

  @Test
  void makesOneADayAndKeepsFourteen() throws IOException {
    for (int hour = 0; hour < 20 * 24; hour++) {
      assertThat(keeper.tick()).isTrue();
      clock.forward(Duration.ofHours(1));
    }
    assertThat(made()).hasSize(BackupKeeper.KEPT).first().isEqualTo("2026-11-30T06-00-00.000Z");
    assertThat(made()).last().isEqualTo("2026-12-13T06-00-00.000Z");
  }

  @Test
  void keepsTheDaysBeforeWhenOneDayEndsOften() throws IOException {
    for (int day = 0; day < 5; day++) {
      keeper.tick();
      clock.forward(Duration.ofDays(1));
    }
    for (int exit = 0; exit < 20; exit++) {
      assertThat(keeper.atExit()).isTrue();
      clock.forward(Duration.ofMinutes(5));
    }
    assertThat(made()).hasSize(BackupKeeper.KEPT);
    assertThat(made().stream().map(name -> name.substring(0, 10)).distinct()).hasSize(6);
    assertThat(made()).last().isEqualTo("2026-11-29T07-35-00.000Z");
  }

  @Test
  void aBackupBecomesTheStoreOfAnEmptyFolderAgain() throws Exception {
    console.newEpoch();
    keeper.atExit();
    console.newEpoch();
    Path newest = backups.resolve(made().getLast());
    Path restored = folder.resolve("restored");
    new Backups(random).restore(newest, restored, Stores.surroundings(clock, none));
    try (Store again = Store.embedded(restored, random)) {
      assertThat(AuditCheck.walk(again)).containsExactly(new AuditCheck.Whole("yunqi", 3));
    }
  }

  @Test
  void aCopyWhoseAuditChainDoesNotFitIsNoBackup() throws Exception {
    keeper.tick();
    damage();
    clock.forward(Duration.ofDays(3));
    assertThat(keeper.tick()).isFalse();
    assertThat(keeper.atExit()).isFalse();
    assertThat(made()).hasSize(1);
    assertThat(keeper.newest()).contains(Stores.START);
  }

  @Test
  void whatAKilledServerLeftUnfinishedIsMadeAnew() throws IOException {
    Path left = Files.createDirectories(backups.resolve("unfinished"));
    Files.writeString(Store.file(left), "half a file");
    assertThat(keeper.tick()).isTrue();
    assertThat(made()).hasSize(1).doesNotContain("unfinished");
  }

  @Test
  void aFolderThatCannotBeWrittenStopsNobody() throws IOException {
    Files.writeString(backups, "a file where the folder should be");
    assertThat(keeper.tick()).isFalse();
    assertThat(keeper.newest()).isEmpty();
  }
}

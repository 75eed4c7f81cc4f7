package counterfoil.client.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder in good and in bad days. */
final class CacheOpeningTest {
  @TempDir Path folder;

  private OpenResult open() {
    return Cache.open(folder, Store.options());
  }

  @Test
  void refusesASecondClientOnOneFolder() throws IOException {
    try (Store store = Store.make(folder)) {
      assertThat(store.cache.isNew()).isFalse();
      assertThat(open()).isEqualTo(new OpenResult.InUse());
    }
    Store.opened(open()).close();
  }

  @Test
  void refusesAFolderThatCannotBeWritten() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    assertThat(Cache.open(file.resolve("below"), Store.options()))
        .isEqualTo(new OpenResult.ReadOnly());
  }

  @Test
  void refusesASchemaOfANewerProgramAndLeavesItAlone() throws IOException {
    Store store = Store.make(folder);
    store.cache.database().write(tx -> tx.update("PRAGMA user_version = 99"));
    store.close();
    int known = Migrations.shipped().newest();
    assertThat(open()).isEqualTo(new OpenResult.Newer(99, known));
    assertThat(open()).isEqualTo(new OpenResult.Newer(99, known));
  }

  @Test
  void tellsALostHeaderFromANewStore() throws IOException {
    assertThat(isNew()).isTrue();
    Store.make(folder).close();
    Files.delete(folder.resolve("vault"));
    try (Cache cache = Store.opened(open())) {
      assertThat(cache.isNew()).isFalse();
      assertThat(cache.unlock(Store.PERSON, Store.password())).isEqualTo(new VaultResult.Missing());
    }
  }

  private boolean isNew() {
    try (Cache cache = Store.opened(open())) {
      return cache.isNew();
    }
  }

  @Test
  void noticesAFileThatIsNoDatabase() throws IOException {
    Store.make(folder).close();
    byte[] whole = Files.readAllBytes(folder.resolve("cache.db"));
    for (int at = 0; at < 4096; at++) {
      whole[at] ^= 0x55;
    }
    Files.write(folder.resolve("cache.db"), whole);
    assertThat(open()).isInstanceOf(OpenResult.Damaged.class);
  }

  @Test
  void noticesAFlippedByteOfASealedRowAndStillExportsTheOutbox() throws IOException {
    Store store = Store.make(folder);
    store.cache.feed().apply(List.of(Store.voucher(7, 1, 3, 3)), "c1", Store.NOW);
    QueuedCommand act = store.act(Store.redeem(Store.id(101), 7));
    byte[] sealed =
        store
            .cache
            .database()
            .read(tx -> tx.first("SELECT sealed FROM feed_vouchers", row -> row.getBytes(1)))
            .orElseThrow();
    store.close();
    flip(folder.resolve("cache.db"), sealed);
    Store again = Store.again(folder);
    assertThatThrownBy(() -> again.cache.vouchers().byId(Store.id(7)))
        .isInstanceOfSatisfying(
            StorageFailure.class,
            failure -> assertThat(failure.problem()).isEqualTo(StorageProblem.DAMAGED));
    Path file = folder.resolve("outbox.txt");
    Optional<Device> device = again.cache.device().get();
    assertThat(new OutboxExport(folder).write(file, device))
        .isEqualTo(new OutboxExport.Saved(1, true));
    assertThat(Files.readString(file)).contains("command 1 " + act.id());
    again.close();
    assertThat(open()).as("nothing was reset").isInstanceOf(OpenResult.Opened.class);
  }

  private static void flip(Path file, byte[] wanted) throws IOException {
    byte[] whole = Files.readAllBytes(file);
    for (int at = 0; at + wanted.length <= whole.length; at++) {
      if (Arrays.equals(whole, at, at + 16, wanted, 0, 16)) {
        whole[at + 15] ^= 1;
        Files.write(file, whole);
        return;
      }
    }
    throw new AssertionError("not on one page");
  }

  @Test
  void signsAnExportWithTheDevicesKey() throws IOException {
    try (Store store = Store.make(folder)) {
      store.act(Store.redeem(Store.id(101), 7));
      Device device = store.cache.device().get().orElseThrow();
      Path file = folder.resolve("outbox.txt");
      new OutboxExport(folder).write(file, Optional.of(device));
      String text = Files.readString(file);
      int at = text.indexOf("signature ");
      byte[] body = Store.utf8(text.substring(0, at));
      byte[] signature =
          counterfoil.protocol.Bytes.ofBase64Url(text.substring(at + "signature ".length()).strip())
              .orElseThrow()
              .toArray();
      assertThat(device.publicKey().verifies(body, signature)).isTrue();
      assertThat(text).doesNotContain(Store.SHOP, "voucher.redeem");
    }
  }

  @Test
  void findsTheDevicesKeyInAStoreOfANewerProgramWithAPersonsPassword() throws IOException {
    Store store = Store.make(folder);
    store.act(Store.redeem(Store.id(101), 7));
    Device device = store.cache.device().get().orElseThrow();
    store.cache.database().write(tx -> tx.update("PRAGMA user_version = 99"));
    store.close();
    assertThat(open()).isInstanceOf(OpenResult.Newer.class);
    OutboxExport export = new OutboxExport(folder);

    assertThat(export.waiting()).hasValue(1);
    assertThat(export.signer(Store.PERSON, Store.password(), new SecureRandom()))
        .isInstanceOfSatisfying(
            OutboxExport.Signer.Found.class,
            found -> {
              byte[] signature = found.device().sign(Store.utf8("acts")).toArray();
              assertThat(device.publicKey().verifies(Store.utf8("acts"), signature)).isTrue();
            });
    assertThat(export.signer(Store.PERSON, "wrong".toCharArray(), new SecureRandom()))
        .isEqualTo(new OutboxExport.Signer.WrongPassword());
    assertThat(export.signer("tenant\0nobody", Store.password(), new SecureRandom()))
        .isEqualTo(new OutboxExport.Signer.Nobody());
  }

  @Test
  void countsAndSignsNothingInAFileThatIsNoDatabaseAndSaysSo() throws IOException {
    Store.make(folder).close();
    Files.writeString(folder.resolve("cache.db"), "no database at all, whatever its name says");
    OutboxExport export = new OutboxExport(folder);

    assertThat(export.waiting()).isEmpty();
    assertThat(export.signer(Store.PERSON, Store.password(), new SecureRandom()))
        .isEqualTo(new OutboxExport.Signer.Nobody());
    assertThat(export.write(folder.resolve("out.txt"), Optional.empty()))
        .isEqualTo(new OutboxExport.Saved(0, false));
  }

  @Test
  void keepsNoNamePhoneOrOrderInTheClear() throws IOException {
    List<Path> files;
    try (Store store = Store.make(folder)) {
      store.cache.feed().apply(List.of(Store.voucher(7, 1, 3, 3)), "c1", Store.NOW);
      store.act(Store.redeem(Store.id(101), 7));
      files = files();
      assertThat(files).extracting(file -> file.getFileName().toString()).contains("cache.db-wal");
      assertNoneOf(files, "王小明", "13812345678", "E20261124007", "7K3Q", "correct horse", "mei");
    }
    assertNoneOf(files(), "王小明", "13812345678", "E20261124007", "7K3Q", "correct horse");
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(file -> Files.isRegularFile(file)).toList();
    }
  }

  private static void assertNoneOf(List<Path> files, String... secrets) throws IOException {
    for (Path file : files) {
      String raw = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      assertThat(raw).as(file.getFileName().toString()).doesNotContain(secrets);
    }
  }

  @Test
  void raisesEveryEarlierSchemaToTheOneOfAFreshStore() throws IOException {
    List<String> scripts = Migrations.shipped().scripts();
    List<List<String>> schemas = new ArrayList<>();
    for (int from = 1; from <= scripts.size(); from++) {
      Path each = Files.createDirectory(folder.resolve("from-" + from));
      Migrations earlier = new Migrations(scripts.subList(0, from));
      Store.opened(new CacheOpening(each, Store.options(), earlier).open()).close();
      try (Cache raised = Store.opened(Cache.open(each, Store.options()))) {
        schemas.add(schema(raised));
      }
    }
    assertThat(schemas).allMatch(schemas.getLast()::equals);
  }

  @Test
  void copiesTheDatabaseBeforeItRaisesTheSchema() throws IOException {
    Store store = Store.make(folder);
    store.cache.settings().setPreference("language", "zh-CN");
    store.close();
    List<String> scripts = new ArrayList<>(Migrations.shipped().scripts());
    scripts.add("CREATE TABLE later (id TEXT PRIMARY KEY);\n");
    Migrations next = new Migrations(scripts);
    Cache raised = Store.opened(new CacheOpening(folder, Store.options(), next).open());
    assertThat(raised.settings().preference("language")).contains("zh-CN");
    List<String> schema = schema(raised);
    raised.close();
    int shipped = Migrations.shipped().newest();
    assertThat(folder.resolve("cache.before-%03d.db".formatted(shipped + 1))).exists();
    Path other = Files.createDirectory(folder.resolve("other"));
    try (Cache fresh = Store.opened(new CacheOpening(other, Store.options(), next).open())) {
      assertThat(schema(fresh)).as("fresh schema equals migrated schema").isEqualTo(schema);
    }
    assertThat(open()).isEqualTo(new OpenResult.Newer(shipped + 1, shipped));
  }

  private static List<String> schema(Cache cache) {
    return cache
        .database()
        .read(
            tx ->
                tx.list(
                    "SELECT type || name || coalesce(sql, '') FROM sqlite_schema ORDER BY name",
                    row -> row.getString(1)));
  }
}

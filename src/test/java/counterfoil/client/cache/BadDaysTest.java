package counterfoil.client.cache;

import static org.assertj.core.api.Assertions.assertThat;

import counterfoil.protocol.ChangeLine;
import counterfoil.protocol.CommandResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store that runs full, and one in which bytes have turned. */
final class BadDaysTest {
  private static final int PAGE = 4096;
  private static final int ACTS = 12;

  @TempDir Path folder;

  @Test
  void losesNothingOnAFullDiskAndGoesOnWhenThereIsRoom() throws IOException {
    try (Store store = Store.make(folder)) {
      store.cache.feed().apply(List.of(Store.voucher(7, 1, 9, 9)), "c1", Store.NOW);
      long pages = limit(store, 0);
      limit(store, pages + 3);
      List<String> done = new ArrayList<>();
      StorageProblem problem = null;
      for (int n = 1; n < 10_000 && problem == null; n++) {
        CommandDraft draft = Store.redeem(Store.id(100 + n), 7);
        switch (store.cache.outbox().act(draft, Outbox.Effect.none())) {
          case ActResult.Durable(QueuedCommand act) -> done.add(act.id());
          case ActResult.NotStored(StorageProblem why) -> problem = why;
        }
      }
      assertThat(problem).isEqualTo(StorageProblem.FULL);
      assertThat(acts(store)).as("whatever was called done").isNotEmpty().isEqualTo(done);
      store.cache.outbox().verify();
      limit(store, 1L << 30);
      done.add(store.act(Store.redeem(Store.id(99_999), 7)).id());
      assertThat(acts(store)).isEqualTo(done);
      store.cache.outbox().verify();
    }
    try (Store again = Store.again(folder)) {
      again.cache.outbox().verify();
    }
  }

  private static long limit(Store store, long pages) {
    return store
        .cache
        .database()
        .<Long>write(
            tx ->
                pages == 0
                    ? tx.number("PRAGMA page_count")
                    : tx.number("PRAGMA max_page_count = " + pages));
  }

  private static List<String> acts(Store store) {
    return store.cache.outbox().after(0, 100_000, Long.MAX_VALUE).stream()
        .map(QueuedCommand::id)
        .toList();
  }

  @Test
  void noticesAByteThatTurnedOnAnyPageOrIsNoneTheWorseForIt() throws IOException {
    Path whole = Files.createDirectory(folder.resolve("whole"));
    Known known = busyDay(whole);
    byte[] bytes = Files.readAllBytes(whole.resolve("cache.db"));
    Random random = new Random(7);
    int noticed = 0;
    for (int page = 0; page * PAGE < bytes.length; page++) {
      byte[] turned = bytes.clone();
      int at = page * PAGE + random.nextInt(PAGE);
      turned[at] ^= (byte) (1 << random.nextInt(8));
      Path copy = copy(whole, folder.resolve("page-" + page));
      Files.write(copy.resolve("cache.db"), turned);
      if (noticed(copy, known)) {
        noticed++;
        assertWayOut(copy, turned);
      }
    }
    assertThat(noticed).as("pages on which it was noticed").isPositive();
  }

  private record Known(List<String> acts, Map<String, String> rows) {}

  private static Known busyDay(Path folder) throws IOException {
    try (Store store = Store.make(folder)) {
      List<ChangeLine> lines = new ArrayList<>();
      for (int n = 1; n <= 60; n++) {
        lines.add(Store.voucher(n, 1, 3, 3));
        lines.add(Store.redemption(Store.id(1_000 + n), 1, n, false));
      }
      store.cache.feed().apply(lines, "c1", Store.NOW);
      List<CommandResult> results = new ArrayList<>();
      for (int n = 1; n <= ACTS; n++) {
        String act = store.act(Store.redeem(Store.id(5_000 + n), n)).id();
        if (n % 2 == 0) {
          results.add(CommandResult.applied(act, Store.id(n), 2L));
        }
      }
      store.send();
      store.cache.outbox().answer(results, Store.NOW);
      return new Known(acts(store), CacheContents.rows(store.cache));
    }
  }

  private static Path copy(Path from, Path to) throws IOException {
    Files.createDirectory(to);
    try (Stream<Path> files = Files.list(from)) {
      for (Path each : files.toList()) {
        Files.copy(each, to.resolve(each.getFileName()));
      }
    }
    return to;
  }

  /** Whether opening or reading says that something is wrong; else all must be as it was. */
  private static boolean noticed(Path folder, Known known) throws IOException {
    OpenResult result = Cache.open(folder, Store.options());
    if (!(result instanceof OpenResult.Opened(Cache cache))) {
      assertThat(result).isInstanceOfAny(OpenResult.Damaged.class, OpenResult.Newer.class);
      return true;
    }
    try (cache) {
      assertThat(cache.isNew()).as("never taken for a new store").isFalse();
      if (!(cache.unlock(Store.PERSON, Store.password()) instanceof VaultResult.Open)) {
        return true;
      }
      cache.outbox().verify();
      List<String> acts =
          cache.outbox().after(0, 1_000, Long.MAX_VALUE).stream().map(QueuedCommand::id).toList();
      assertThat(acts).isEqualTo(known.acts());
      assertThat(CacheContents.rows(cache)).isEqualTo(known.rows());
      return false;
    } catch (StorageFailure failure) {
      return true;
    }
  }

  /** The outbox can be taken out, and nobody has touched the file meanwhile. */
  private static void assertWayOut(Path folder, byte[] turned) throws IOException {
    Path out = folder.resolve("outbox.txt");
    OutboxExport.Saved saved = new OutboxExport(folder).write(out, Optional.empty());
    assertThat(saved.commands() == ACTS || !saved.complete())
        .as("whole, or it says that it is not: %s", saved)
        .isTrue();
    assertThat(Files.readAllBytes(folder.resolve("cache.db")))
        .as("nothing was reset")
        .isEqualTo(turned);
  }
}

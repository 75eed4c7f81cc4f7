package counterfoil.client.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One writer: in turn, never nested, and not after the end. */
final class DatabaseTest {
  @TempDir Path folder;
  private final ExecutorService writer = Executors.newSingleThreadExecutor();
  private final ExecutorService others = Executors.newVirtualThreadPerTaskExecutor();
  private Database database;

  @BeforeEach
  void open() throws SQLException {
    Path file = folder.resolve("cache.db");
    database = new Database(file, Database.connect(file, true), writer);
    database.write(tx -> tx.update("CREATE TABLE note (n INTEGER)"));
  }

  @AfterEach
  void close() {
    database.close();
    writer.shutdown();
    others.shutdown();
  }

  private static void assertClosed(Callable<?> use) {
    assertThatThrownBy(use::call)
        .isInstanceOfSatisfying(
            StorageFailure.class,
            failure -> assertThat(failure.problem()).isEqualTo(StorageProblem.CLOSED));
  }

  private void assertClosed() {
    assertClosed(() -> database.write(tx -> tx.update("INSERT INTO note VALUES (1)")));
    assertClosed(() -> database.read(tx -> tx.number("SELECT count(*) FROM note")));
  }

  @Test
  void refusesWhatComesAfterTheEndAndSaysSo() {
    database.close();
    assertClosed();
    writer.shutdown();
    assertClosed();
    database.close();
  }

  /** A stream of pokes learns the server's time on its own thread, whenever it likes. */
  @Test
  void refusesToKeepTheTimeAfterTheEnd() {
    ClockStore clock = new ClockStore(database);
    database.close();
    assertClosed(
        () -> {
          clock.heard(Duration.ZERO, Instant.EPOCH);
          return true;
        });
  }

  @Test
  void endsWhatWaitsBeforeItCloses() throws Exception {
    CountDownLatch goOn = new CountDownLatch(1);
    CountDownLatch began = new CountDownLatch(1);
    List<Future<Integer>> writes = new ArrayList<>();
    writes.add(
        others.submit(
            () ->
                database.write(
                    tx -> {
                      began.countDown();
                      await(goOn);
                      return tx.update("INSERT INTO note VALUES (1)");
                    })));
    began.await();
    Future<?> closing = others.submit(database::close);
    goOn.countDown();
    closing.get();
    assertThat(writes.getFirst().get()).isEqualTo(1);
    assertClosed();
  }

  @Test
  void letsAReadInProgressEnd() throws Exception {
    CountDownLatch goOn = new CountDownLatch(1);
    CountDownLatch began = new CountDownLatch(1);
    database.write(tx -> tx.update("INSERT INTO note VALUES (1)"));
    Future<Long> reading =
        others.submit(
            () ->
                database.read(
                    tx -> {
                      began.countDown();
                      await(goOn);
                      return tx.number("SELECT count(*) FROM note");
                    }));
    began.await();
    database.close();
    goOn.countDown();
    assertThat(reading.get()).isEqualTo(1);
  }

  @Test
  void neverNestsInsideAWrite() {
    assertThatThrownBy(() -> database.write(tx -> database.write(inner -> 1)))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> database.write(tx -> database.read(inner -> 1)))
        .isInstanceOf(IllegalStateException.class);
    assertThat(database.<Integer>write(tx -> tx.update("INSERT INTO note VALUES (1)")))
        .isEqualTo(1);
  }

  @Test
  void takesTurnsEvenWhereTheWriterRunsOnTheCallersThread() throws Exception {
    Path file = folder.resolve("inline.db");
    try (Database inline = new Database(file, Database.connect(file, true), Runnable::run)) {
      inline.write(tx -> tx.update("CREATE TABLE note (n INTEGER)"));
      List<Future<Integer>> writes = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        writes.add(
            others.submit(() -> inline.write(tx -> tx.update("INSERT INTO note VALUES (1)"))));
      }
      for (Future<Integer> each : writes) {
        assertThat(each.get()).isEqualTo(1);
      }
      assertThat(inline.<Long>read(tx -> tx.number("SELECT count(*) FROM note"))).isEqualTo(20);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

package counterfoil.bench;

import counterfoil.client.cache.ActResult;
import counterfoil.client.cache.Cache;
import counterfoil.client.cache.CacheOptions;
import counterfoil.client.cache.CommandDraft;
import counterfoil.client.cache.OpenResult;
import counterfoil.client.cache.Outbox;
import counterfoil.client.cache.VaultCost;
import counterfoil.domain.money.Money;
import counterfoil.domain.voucher.Redemption;
import counterfoil.domain.voucher.Take;
import counterfoil.protocol.RedeemVoucher;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * An act made durable by the client (effect, sealed outbox row, chain head in one transaction)
 * against a bare transaction of two rows in a database of the same kind: WAL, {@code
 * synchronous=FULL}, the same disk.
 */
final class ActDurable {
  /** Enough that a round runs warm code, as a counter does after its first minutes. */
  private static final int ACTS = 2_000;

  private static final double BAR = 0.7;

  private ActDurable() {}

  /** Prints one line of JSON. */
  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createTempDirectory("act-durable");
    ExecutorService writer = Executors.newSingleThreadExecutor();
    SecureRandom random = new SecureRandom();
    OpenResult opened =
        Cache.open(
            folder.resolve("client"), new CacheOptions(writer, random, new VaultCost(1024, 1, 1)));
    if (!(opened instanceof OpenResult.Opened(Cache cache))) {
      throw new IllegalStateException("not opened: " + opened);
    }
    try (cache;
        Connection bare = bare(folder.resolve("bare.db"))) {
      cache.createVault("bench", "correct horse".toCharArray());
      cache.device().keep(cache.device().make(BenchIds.next()), BenchIds.next());
      new Comparison("act-durable", "bare two-row transaction, WAL, synchronous=FULL")
          .run(ACTS, BAR, () -> acts(cache.outbox()), () -> rows(bare));
    } finally {
      writer.shutdown();
    }
  }

  private static long acts(Outbox outbox) {
    String store = BenchIds.next();
    long start = System.nanoTime();
    for (int i = 0; i < ACTS; i++) {
      Instant now = Instant.now();
      CommandDraft draft =
          new CommandDraft(
              BenchIds.next(),
              BenchIds.next(),
              null,
              now,
              store,
              Money.fen(100),
              new RedeemVoucher(
                  null, new Take.Uses(1), store, now, Redemption.Mode.PROVISIONAL, null));
      if (!(outbox.act(draft, Outbox.Effect.none()) instanceof ActResult.Durable)) {
        throw new IllegalStateException("not stored");
      }
    }
    return System.nanoTime() - start;
  }

  private static Connection bare(Path file) throws Exception {
    Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA journal_mode=WAL");
      statement.execute("PRAGMA synchronous=FULL");
      statement.execute("CREATE TABLE effect (id TEXT PRIMARY KEY, content BLOB)");
      statement.execute("CREATE TABLE outbox (seq INTEGER PRIMARY KEY, content BLOB)");
    }
    connection.setAutoCommit(false);
    return connection;
  }

  private static long rows(Connection connection) throws Exception {
    byte[] content = new byte[600];
    long start = System.nanoTime();
    for (int i = 0; i < ACTS; i++) {
      try (PreparedStatement effect =
              connection.prepareStatement("INSERT INTO effect VALUES (?, ?)");
          PreparedStatement outbox =
              connection.prepareStatement("INSERT INTO outbox (content) VALUES (?)")) {
        effect.setString(1, BenchIds.next());
        effect.setBytes(2, content);
        effect.executeUpdate();
        outbox.setBytes(1, content);
        outbox.executeUpdate();
      }
      connection.commit();
    }
    return System.nanoTime() - start;
  }
}

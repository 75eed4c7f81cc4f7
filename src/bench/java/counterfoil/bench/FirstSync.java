package counterfoil.bench;

import counterfoil.client.sync.SyncOptions;
import counterfoil.fixture.Stores;
import counterfoil.server.store.Store;
import counterfoil.server.work.SampleBusiness;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/**
 * The first sync of a counter that may see 100 000 vouchers: the real server over loopback HTTP,
 * the real engine, into the encrypted cache, until the cache shows them.
 *
 * <p>The baseline is a bare JDBC loop that inserts the same rows, ready-made and sealed, with their
 * search tokens, in the order in which they came, into the same schema with the same indices, with
 * the same settings of SQLite and in one transaction. It fetches, checks, reads and seals nothing.
 *
 * <p>A child process with a heap of {@value #CHILD_MIB} MiB does the first sync once more: what its
 * heap has beyond what it used before the sync is the most that the sync can have needed.
 */
final class FirstSync {
  private static final int VOUCHERS = 118_000;
  private static final int SEEN = 100_000;
  private static final double BAR = 0.4;
  private static final int CHILD_MIB = 72;
  private static final long MIB = 1 << 20;

  private final Scratch scratch;
  private final URI server;
  private final SampleBusiness.Account account;

  private FirstSync(Scratch scratch, URI server, SampleBusiness.Account account) {
    this.scratch = scratch;
    this.server = server;
    this.account = account;
  }

  /** Prints one line of JSON. */
  public static void main(String[] arguments) throws Exception {
    if (arguments.length > 0) {
      child(Path.of(arguments[0]), URI.create(arguments[1]), arguments[2], arguments[3]);
      return;
    }
    Stores.Opened place = Stores.empty(Stores.Kind.SQLITE);
    try (Scratch scratch = new Scratch("first-sync");
        Store store = place.node().get()) {
      SampleBusiness.Made sample = BenchServer.fill(store, VOUCHERS);
      try (BenchServer server = new BenchServer(store)) {
        new FirstSync(scratch, server.address(), BenchServer.counter(sample)).run();
      }
    } finally {
      place.remove().run();
    }
  }

  private void run() throws Exception {
    Path first = scratch.fresh();
    sync(first);
    CachedRows rows = CachedRows.of(first.resolve("cache.db"));
    if (rows.vouchers() < SEEN) {
      throw new IllegalStateException("only " + rows.vouchers() + " vouchers");
    }
    Comparison comparison =
        new Comparison(
            "first-sync", "bare loop inserting the same sealed rows and tokens, one transaction");
    comparison.figures().put("vouchers", rows.vouchers()).put("tokens", rows.termCount());
    comparison.figures().put("heap_mib_at_most", heap());
    comparison.run(rows.count(), BAR, () -> removed(this::sync), () -> removed(insert(rows)));
  }

  /** Does timed work in a folder of its own and removes the folder. */
  private interface Timed {
    long run(Path folder) throws IOException, SQLException;
  }

  private long removed(Timed work) throws IOException, SQLException {
    Path folder = scratch.fresh();
    long nanos = work.run(folder);
    Scratch.delete(folder);
    return nanos;
  }

  private long sync(Path folder) throws IOException {
    try (BenchClient client = new BenchClient(folder, server, SyncOptions.usual())) {
      client.signIn(account.username(), account.password());
      long start = System.nanoTime();
      client.sync();
      long nanos = System.nanoTime() - start;
      if (client.cache().feed().cursor().isEmpty()) {
        throw new IllegalStateException("the first sync did not end");
      }
      return nanos;
    }
  }

  private Timed insert(CachedRows rows) {
    return folder -> {
      // Opening a client makes the schema.
      new BenchClient(folder, server, SyncOptions.usual()).close();
      return rows.insert(folder.resolve("cache.db"));
    };
  }

  private long heap() throws IOException, InterruptedException {
    Path program = Path.of(System.getProperty("java.home"), "bin", "java");
    Process child =
        new ProcessBuilder(
                List.of(
                    program.toString(),
                    "-Xmx" + CHILD_MIB + "m",
                    "--enable-native-access=ALL-UNNAMED",
                    "-cp",
                    System.getProperty("java.class.path"),
                    FirstSync.class.getName(),
                    scratch.fresh().toString(),
                    server.toString(),
                    account.username(),
                    account.password()))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String answer =
        new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    if (child.waitFor() != 0) {
      throw new IllegalStateException("the first sync needs more heap than " + CHILD_MIB + " MiB");
    }
    return CHILD_MIB - Long.parseLong(answer.lines().toList().getLast());
  }

  /** Prints the MiB of heap that were used before the sync. */
  private static void child(Path folder, URI server, String username, String password)
      throws IOException {
    try (BenchClient client = new BenchClient(folder, server, SyncOptions.usual())) {
      client.signIn(username, password);
      System.gc();
      Runtime runtime = Runtime.getRuntime();
      long used = (runtime.totalMemory() - runtime.freeMemory()) / MIB;
      client.sync();
      System.out.println(used);
    }
  }
}

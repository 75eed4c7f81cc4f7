package counterfoil.bench;

import counterfoil.client.cache.ActResult;
import counterfoil.client.cache.Cache;
import counterfoil.client.cache.CommandDraft;
import counterfoil.client.cache.Device;
import counterfoil.client.cache.Outbox;
import counterfoil.client.cache.QueuedCommand;
import counterfoil.client.sync.SyncOptions;
import counterfoil.domain.money.Money;
import counterfoil.domain.voucher.Redemption;
import counterfoil.domain.voucher.Take;
import counterfoil.fixture.Stores;
import counterfoil.protocol.RedeemVoucher;
import counterfoil.protocol.SentCommand;
import counterfoil.server.store.Store;
import counterfoil.server.work.BareWriter;
import counterfoil.server.work.Caller;
import counterfoil.server.work.SampleBusiness;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * {@value #ACTS} redemptions that a counter made offline, pushed in batches of 50 and of 500: from
 * the encrypted outbox over loopback HTTP to the server's store, until each answer is durable in
 * the client's cache. On SQLite, or on the store that is named ({@code
 * -Dbench.arguments=POSTGRESQL}).
 *
 * <p>The baseline is the bare group-commit writer on a copy of the same store: the same commands,
 * ready-made, in full groups that already wait; no client, no HTTP, no signature. Each round of
 * either begins on fresh copies of the same store and the same outbox.
 */
final class QueuedPush {
  private static final int ACTS = 10_000;
  private static final int GROUP = 256;
  private static final double BAR = 0.5;

  private final Scratch scratch;
  private final Stores.Opened store;
  private final Path queued;
  private final SampleBusiness.Account account;
  private final List<SentCommand> commands;
  private final Caller caller;

  private QueuedPush(Scratch scratch, Stores.Opened empty) throws Exception {
    this.scratch = scratch;
    this.store = empty;
    this.queued = scratch.fresh();
    try (Store filled = empty.node().get()) {
      // Of forty in a row twenty-five are fresh and of one use.
      SampleBusiness.Made sample = BenchServer.fill(filled, ACTS * 40 / 24);
      account = BenchServer.counter(sample);
      try (BenchServer server = new BenchServer(filled);
          BenchClient client = new BenchClient(queued, server.address(), SyncOptions.usual())) {
        client.signIn(account.username(), account.password());
        Device device = client.cache().device().get().orElseThrow();
        Caller other = new BenchTill(server.work(), account).caller(server.work());
        commands = act(client.cache(), other.actor().user(), BenchServer.fresh(sample));
        caller =
            new Caller(
                other.tenant(),
                other.session(),
                other.actor(),
                device.id(),
                device.publicKey(),
                false,
                false);
      }
    }
  }

  /** Prints one line of JSON for each size of batch. */
  public static void main(String[] arguments) throws Exception {
    Stores.Kind kind =
        arguments.length == 0 ? Stores.Kind.SQLITE : Stores.Kind.valueOf(arguments[0]);
    Stores.Opened empty = Stores.empty(kind);
    try (Scratch scratch = new Scratch("queued-push")) {
      QueuedPush bench = new QueuedPush(scratch, empty);
      for (int batch : new int[] {50, 500}) {
        String name = "queued-push-" + kind.name().toLowerCase(Locale.ROOT) + "-" + batch;
        new Comparison(name, "bare group-commit writer on the same store, full groups")
            .run(ACTS, BAR, () -> bench.push(batch), bench::write);
      }
    } finally {
      empty.remove().run();
    }
  }

  private static List<SentCommand> act(Cache cache, String clerk, List<SampleBusiness.Code> codes) {
    for (SampleBusiness.Code code : codes.subList(0, ACTS)) {
      Instant now = Instant.ofEpochMilli(Instant.now().toEpochMilli());
      CommandDraft draft =
          new CommandDraft(
              BenchClient.id(),
              null,
              null,
              now,
              clerk,
              Money.fen(100),
              new RedeemVoucher(
                  code.code(),
                  new Take.Uses(1),
                  String.valueOf(code.store()),
                  now,
                  Redemption.Mode.PROVISIONAL,
                  null));
      if (!(cache.outbox().act(draft, Outbox.Effect.none()) instanceof ActResult.Durable)) {
        throw new IllegalStateException("not stored");
      }
    }
    List<SentCommand> made = new ArrayList<>();
    for (QueuedCommand each : cache.outbox().after(0, ACTS, Long.MAX_VALUE)) {
      made.add(each.sent());
    }
    return made;
  }

  private static SyncOptions batches(int size) {
    SyncOptions usual = SyncOptions.usual();
    return new SyncOptions(
        size,
        usual.batchBytes(),
        usual.firstPageRows(),
        usual.pageRows(),
        usual.pollWithoutPokes(),
        usual.pollWithPokes(),
        usual.slow(),
        usual.firstWait(),
        usual.longestWait(),
        usual.keepRedeemed(),
        usual.keepAnswered());
  }

  private long push(int batch) throws IOException {
    Stores.Opened copy = store.copy().get();
    Path folder = scratch.copyOf(queued);
    try (Store open = copy.node().get();
        BenchServer server = new BenchServer(open);
        BenchClient client = new BenchClient(folder, server.address(), batches(batch))) {
      client.signIn(account.username(), account.password());
      long start = System.nanoTime();
      client.push();
      long nanos = System.nanoTime() - start;
      if (client.cache().inbox().open() > 0) {
        throw new IllegalStateException(client.cache().inbox().open() + " acts were refused");
      }
      return nanos;
    } finally {
      copy.remove().run();
      Scratch.delete(folder);
    }
  }

  private long write() throws InterruptedException {
    Stores.Opened copy = store.copy().get();
    try (Store open = copy.node().get();
        ExecutorService writers = Executors.newCachedThreadPool()) {
      BareWriter writer = new BareWriter(open, BenchServer.surroundings(writers), caller);
      long start = System.nanoTime();
      int applied = writer.write(commands, GROUP);
      long nanos = System.nanoTime() - start;
      writer.stop();
      if (applied != ACTS) {
        throw new IllegalStateException("only " + applied + " acts were applied");
      }
      return nanos;
    } finally {
      copy.remove().run();
    }
  }
}

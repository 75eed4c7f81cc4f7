package counterfoil.client.sync;

import static org.assertj.core.api.Assertions.assertThat;

import counterfoil.client.cache.ActResult;
import counterfoil.client.cache.Cache;
import counterfoil.client.cache.CacheOptions;
import counterfoil.client.cache.CommandDraft;
import counterfoil.client.cache.OpenResult;
import counterfoil.client.cache.Outbox;
import counterfoil.client.cache.VaultCost;
import counterfoil.client.remote.OkHttpRemote;
import counterfoil.client.remote.Remote;
import counterfoil.client.remote.ServerAddress;
import counterfoil.client.session.ServerClock;
import counterfoil.client.session.Session;
import counterfoil.client.session.SessionOptions;
import counterfoil.client.session.SignInResult;
import counterfoil.domain.money.Money;
import counterfoil.domain.voucher.Redemption;
import counterfoil.domain.voucher.Take;
import counterfoil.fixture.HandClock;
import counterfoil.protocol.RedeemVoucher;
import counterfoil.server.work.SampleBusiness;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** A device at a counter: store, session, engine and real HTTP, stepped by the test. */
final class Till implements AutoCloseable {
  private static final int MANY = 200;

  private final ExecutorService streams = Executors.newCachedThreadPool();
  private final HandClock pc;

  /** Nanoseconds that each request takes, beside the time that the test lets go by. */
  private final AtomicLong latency = new AtomicLong();

  final Cache cache;
  final ServerClock clock;
  final Session session;
  final Remote remote;
  final SyncEngine engine;

  Till(Path folder, URI server, HandClock pc, SyncOptions options) {
    this.pc = pc;
    OpenResult opened =
        Cache.open(
            folder, new CacheOptions(Runnable::run, new SecureRandom(), new VaultCost(64, 1, 1)));
    cache = ((OpenResult.Opened) opened).cache();
    clock = new ServerClock(cache.clock(), pc, this::nanos);
    ServerAddress.Fits address = (ServerAddress.Fits) ServerAddress.read(server.toString());
    remote =
        new OkHttpRemote(
            address.address(),
            new OkHttpRemote.Surroundings(
                clock, clock::heard, this::ticking, Till::id, null, streams));
    session =
        new Session(
            cache,
            new RemoteAccounts(remote),
            clock,
            new SessionOptions(
                Optional::empty, () -> "Till 1", Till::id, SessionOptions.USUAL_IDLE));
    engine = new SyncEngine(cache, session, remote, clock, new Random(1), options);
  }

  static String id() {
    return UUID.randomUUID().toString();
  }

  private long nanos() {
    return Duration.between(Instant.EPOCH, pc.instant()).toNanos();
  }

  private long ticking() {
    return nanos() + latency.addAndGet(latency.get() == 0 ? 0 : SLOWNESS);
  }

  private static final long SLOWNESS = Duration.ofSeconds(2).toNanos();

  /** From now on every request seems to take two seconds. */
  void slow() {
    latency.set(1);
  }

  Till signIn(SampleBusiness.Account account) throws IOException {
    assertThat(session.signIn(account.username(), account.password().toCharArray()))
        .isInstanceOf(SignInResult.SignedIn.class);
    return this;
  }

  /** Makes the act of redeeming a voucher here, and says its id. */
  String redeem(SampleBusiness.Code code) {
    String id = id();
    ActResult act =
        cache
            .outbox()
            .act(
                new CommandDraft(
                    id,
                    code.voucher(),
                    null,
                    clock.instant(),
                    session.person().orElseThrow().actor().user(),
                    Money.fen(100),
                    new RedeemVoucher(
                        null,
                        new Take.Uses(1),
                        Objects.requireNonNull(code.store()),
                        clock.instant(),
                        Redemption.Mode.ONLINE,
                        null)),
                Outbox.Effect.none());
    assertThat(act).isInstanceOf(ActResult.Durable.class);
    return id;
  }

  /** Steps until the engine waits, and says for how long. */
  Duration quiet() throws IOException {
    for (int i = 0; i < MANY; i++) {
      if (engine.step() instanceof SyncEngine.Next.After(Duration delay)) {
        return delay;
      }
    }
    throw new AssertionError("the engine never comes to rest");
  }

  /** Every link that a step leaves behind, until the engine waits. */
  List<Link> links() throws IOException {
    List<Link> seen = new ArrayList<>();
    SyncEngine.Next next = engine.step();
    while (next instanceof SyncEngine.Next.Now && seen.size() < MANY) {
      seen.add(engine.status().link());
      next = engine.step();
    }
    return seen;
  }

  int waiting() {
    return cache.outbox().queue().waiting();
  }

  @Override
  public void close() {
    cache.close();
    streams.shutdownNow();
  }
}

package counterfoil.client.sync;

import static org.assertj.core.api.Assertions.assertThat;

import counterfoil.app.tour.Line;
import counterfoil.client.cache.Cache;
import counterfoil.client.cache.CacheOptions;
import counterfoil.client.cache.OpenResult;
import counterfoil.client.cache.VaultCost;
import counterfoil.client.remote.OkHttpRemote;
import counterfoil.client.remote.ServerAddress;
import counterfoil.client.session.ServerClock;
import counterfoil.client.session.Session;
import counterfoil.client.session.SessionOptions;
import counterfoil.client.session.SignInResult;
import counterfoil.fixture.RunningServer;
import counterfoil.fixture.Stores;
import counterfoil.protocol.ClientVersion;
import counterfoil.server.work.SampleBusiness;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The stream of pokes over a line that is really cut. */
@DisplayName("The stream of pokes")
final class PokeStreamTest {
  private static final Duration LATER = Duration.ofMinutes(5);

  @TempDir private Path folder;
  private final ExecutorService streams = Executors.newCachedThreadPool();
  private final Semaphore woken = new Semaphore(0);
  private RunningServer server;
  private Line line;
  private Cache cache;
  private ServerClock clock;
  private SyncEngine engine;
  private PokeStream pokes;

  @BeforeEach
  void signIn() throws Exception {
    server = RunningServer.start(Stores.Kind.SQLITE);
    line = new Line();
    var options = new CacheOptions(Runnable::run, new SecureRandom(), new VaultCost(64, 1, 1));
    cache = ((OpenResult.Opened) Cache.open(folder.resolve("client"), options)).cache();
    clock = new ServerClock(cache.clock(), server.clock(), this::nanos);
    ServerAddress.Reading address = ServerAddress.read(line.to(server.address()).toString());
    OkHttpRemote remote =
        new OkHttpRemote(
            ((ServerAddress.Fits) address).address(),
            new OkHttpRemote.Surroundings(
                clock,
                clock::heard,
                this::nanos,
                PokeStreamTest::id,
                new ClientVersion("1.0", LocalDate.ofInstant(Stores.START, ZoneOffset.UTC)),
                streams));
    Session session =
        new Session(
            cache,
            new RemoteAccounts(remote),
            clock,
            new SessionOptions(
                Optional::empty, () -> "Till 1", PokeStreamTest::id, LATER.multipliedBy(2)));
    engine = new SyncEngine(cache, session, remote, clock, new Random(1), SyncOptions.usual());
    pokes = new PokeStream(engine, remote);
    SampleBusiness.Account account = server.counter();
    assertThat(session.signIn(account.username(), account.password().toCharArray()))
        .isInstanceOf(SignInResult.SignedIn.class);
    quiet();
    pokes.open(woken::release);
    awaitWake();
    quiet();
  }

  @AfterEach
  void stop() throws IOException {
    pokes.close();
    line.close();
    streams.shutdownNow();
    cache.close();
    server.close();
  }

  private static String id() {
    return UUID.randomUUID().toString();
  }

  private long nanos() {
    return Duration.between(Instant.EPOCH, server.clock().instant()).toNanos();
  }

  private void quiet() throws IOException {
    SyncEngine.Next next = engine.step();
    while (next instanceof SyncEngine.Next.Now) {
      next = engine.step();
    }
  }

  private void awaitWake() throws InterruptedException {
    assertThat(woken.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void thatBreaksMakesTheEngineLookAtOnceAndFindTheNetworkGone() throws Exception {
    assertThat(engine.status().link()).isInstanceOf(Link.Online.class);
    line.close();
    awaitWake();
    engine.step();
    assertThat(engine.status().link()).isInstanceOf(Link.Offline.class);
  }

  @Test
  void thatBreaksLeavesTheTimeAsItIs() throws Exception {
    server.clock().forward(LATER);
    Instant now = clock.instant();
    line.close();
    awaitWake();
    assertThat(clock.instant()).isEqualTo(now).isEqualTo(server.clock().instant());
  }
}

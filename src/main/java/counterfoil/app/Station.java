package counterfoil.app;

import counterfoil.client.cache.Cache;
import counterfoil.client.cache.CacheOptions;
import counterfoil.client.cache.OpenResult;
import counterfoil.client.cache.VaultCost;
import counterfoil.client.remote.OkHttpRemote;
import counterfoil.client.remote.ServerAddress;
import counterfoil.client.session.ServerClock;
import counterfoil.client.session.Session;
import counterfoil.client.session.SessionOptions;
import counterfoil.client.sync.PokeStream;
import counterfoil.client.sync.RemoteAccounts;
import counterfoil.client.sync.SyncEngine;
import counterfoil.client.sync.SyncOptions;
import counterfoil.client.work.CompanyName;
import counterfoil.client.work.Counter;
import counterfoil.client.work.CounterSignIn;
import counterfoil.client.work.DeviceName;
import counterfoil.client.work.FirstSync;
import counterfoil.client.work.FirstSyncWatch;
import counterfoil.client.work.Inbox;
import counterfoil.client.work.RefusedActs;
import counterfoil.client.work.SyncDriver;
import counterfoil.client.work.WayOut;
import counterfoil.domain.rights.Actor;
import counterfoil.protocol.TenantRow;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This device at one server: its local store, session, synchronisation and what a screen can have
 * done, wired by hand and closed together. Knows nothing of screens.
 */
final class Station implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Station.class);
  private static final Duration ENDING = Duration.ofSeconds(2);

  private final Cache cache;
  private final ServerClock clock;
  private final Session session;
  private final SyncDriver driver;
  private final Counter counter;
  private final CounterSignIn signIn;
  private final FirstSync firstSync;
  private final RefusedActs inbox;
  private final ServerAddress address;
  private final ExecutorService writer;
  private final ExecutorService streams;
  private final ScheduledExecutorService ticks;

  /** What came of opening a station. */
  sealed interface Opening {
    /** Ready for a sign-in. */
    record Ready(Station station) implements Opening {}

    /** The local store stays as it is; why it cannot be used. */
    record Shut(OpenResult why) implements Opening {}
  }

  private Station(
      Cache cache, ServerAddress address, String deviceName, World world, ExecutorService writer) {
    this.cache = cache;
    this.address = address;
    this.writer = writer;
    this.streams =
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("live-", 0).factory());
    this.ticks =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("sync").daemon(true).factory());
    DeviceName name = new DeviceName(cache.settings(), deviceName);
    CompanyName company = new CompanyName(cache.settings());
    this.clock = new ServerClock(cache.clock(), world.clock(), System::nanoTime);
    OkHttpRemote remote =
        new OkHttpRemote(
            address,
            new OkHttpRemote.Surroundings(
                clock, clock::heard, System::nanoTime, world.ids(), World.client(), streams));
    this.session =
        new Session(
            cache,
            new RemoteAccounts(remote),
            clock,
            new SessionOptions(company, name, world.ids(), SessionOptions.USUAL_IDLE));
    SyncEngine engine =
        new SyncEngine(cache, session, remote, clock, world.random(), SyncOptions.usual());
    this.driver = new SyncDriver(engine, cache, new PokeStream(engine, remote), clock, ticks);
    this.counter =
        new Counter(
            cache,
            session,
            clock,
            driver,
            new Counter.Setting(world.ids(), World.calendar(cache.folder()), this::store));
    this.signIn =
        new CounterSignIn(
            cache, session, driver, address.text(), new CounterSignIn.Naming(name, company));
    this.firstSync = new FirstSyncWatch(cache.feed(), engine::left, driver::status, clock);
    this.inbox = new RefusedActs(cache, session, clock);
    driver.start();
  }

  /**
   * Opens the local store of a folder for one server.
   *
   * @param deviceName what people call this device
   */
  static Opening open(Path folder, ServerAddress address, String deviceName, World world) {
    ExecutorService writer =
        Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("cache-writer").daemon(true).factory());
    OpenResult result =
        Cache.open(folder, new CacheOptions(writer, world.random(), VaultCost.STANDARD));
    return switch (result) {
      case OpenResult.Opened(Cache cache) ->
          new Opening.Ready(new Station(cache, address, deviceName, world, writer));
      case OpenResult.Newer _,
          OpenResult.Damaged _,
          OpenResult.ReadOnly _,
          OpenResult.Full _,
          OpenResult.InUse _ -> {
        writer.shutdown();
        yield new Opening.Shut(result);
      }
    };
  }

  private Optional<String> store() {
    return session.person().flatMap(person -> first(person.actor()));
  }

  /** The store a person works in: the first of theirs in the order of ids. */
  static Optional<String> first(Actor actor) {
    return actor.stores().stream().sorted().findFirst();
  }

  /**
   * The tenant's zone; that of every tenant by default until the first pull has told (TZ-1). Reads
   * the disk.
   */
  ZoneId zone() {
    return cache.directory().zone();
  }

  /** Server time. */
  ServerClock clock() {
    return clock;
  }

  Counter counter() {
    return counter;
  }

  CounterSignIn signIn() {
    return signIn;
  }

  SyncDriver connection() {
    return driver;
  }

  Inbox inbox() {
    return inbox;
  }

  /** The way out of the open store. */
  WayOut wayOut() {
    return WayOut.ofOpen(cache);
  }

  /** Days after the last online sign-in that one may sign in offline. Reads the disk. */
  long offlineDays() {
    return cache.directory().tenant().map(TenantRow::offlineSignInDays).orElse(0L);
  }

  FirstSync firstSync() {
    return firstSync;
  }

  ServerAddress address() {
    return address;
  }

  /**
   * Stops what uses the store, waits for it, and shuts the store then; what waits stays queued.
   * What comes later all the same is refused by the store.
   */
  @Override
  public void close() {
    driver.close();
    ticks.shutdownNow();
    streams.shutdownNow();
    ended(ticks);
    ended(streams);
    cache.close();
    writer.shutdown();
  }

  private static void ended(ExecutorService executor) {
    try {
      if (!executor.awaitTermination(ENDING.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.warn("something still runs that used the store");
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}

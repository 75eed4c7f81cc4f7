package counterfoil.bench;

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
import counterfoil.client.sync.Link;
import counterfoil.client.sync.PokeStream;
import counterfoil.client.sync.RemoteAccounts;
import counterfoil.client.sync.SyncEngine;
import counterfoil.client.sync.SyncOptions;
import counterfoil.client.work.SyncDriver;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/** A client as the program wires it, without a screen. */
final class BenchClient implements AutoCloseable {
  private final ExecutorService writer = Executors.newSingleThreadExecutor();
  private final ExecutorService streams = Executors.newCachedThreadPool();
  private final SecureRandom random = new SecureRandom();
  private final Cache cache;
  private final ServerClock clock;
  private final OkHttpRemote remote;
  private final Session session;
  private final SyncEngine engine;

  BenchClient(Path folder, URI server, SyncOptions options) {
    cache = open(folder);
    clock = new ServerClock(cache.clock(), InstantSource.system(), System::nanoTime);
    ServerAddress.Reading address = ServerAddress.read(server.toString());
    remote =
        new OkHttpRemote(
            ((ServerAddress.Fits) address).address(),
            new OkHttpRemote.Surroundings(
                clock, clock::heard, System::nanoTime, BenchClient::id, null, streams));
    session =
        new Session(
            cache,
            new RemoteAccounts(remote),
            clock,
            new SessionOptions(
                Optional::empty, () -> "bench", BenchClient::id, SessionOptions.USUAL_IDLE));
    engine = new SyncEngine(cache, session, remote, clock, random, options);
  }

  private Cache open(Path folder) {
    OpenResult opened =
        Cache.open(folder, new CacheOptions(writer, random, new VaultCost(1024, 1, 1)));
    if (!(opened instanceof OpenResult.Opened(Cache found))) {
      throw new IllegalStateException("not opened: " + opened);
    }
    return found;
  }

  static String id() {
    return BenchIds.next();
  }

  void signIn(String username, String password) throws IOException {
    SignInResult result = session.signIn(username, password.toCharArray());
    if (!(result instanceof SignInResult.SignedIn)) {
      throw new IllegalStateException("not signed in: " + result);
    }
  }

  /** Steps until nothing waits and the feed is at its end. */
  void sync() throws IOException {
    while (engine.step() instanceof SyncEngine.Next.Now) {
      if (!(engine.status().link() instanceof Link.Online)
          && !(engine.status().link() instanceof Link.Slow)) {
        throw new IllegalStateException("lost the server: " + engine.status().link());
      }
    }
    if (waiting() > 0) {
      throw new IllegalStateException("acts still wait: " + engine.status().link());
    }
  }

  /** Steps until no act waits. */
  void push() throws IOException {
    for (int waiting = waiting(), before = waiting + 1;
        waiting > 0;
        before = waiting, waiting = waiting()) {
      if (waiting >= before) {
        throw new IllegalStateException("nothing was taken: " + engine.status().link());
      }
      engine.step();
    }
  }

  private int waiting() {
    return cache.outbox().queue().waiting();
  }

  /** The engine on a thread of its own, with its stream of pokes. */
  SyncDriver driven(ScheduledExecutorService executor) {
    return new SyncDriver(engine, cache, new PokeStream(engine, remote), clock, executor);
  }

  Cache cache() {
    return cache;
  }

  @Override
  public void close() {
    cache.close();
    writer.shutdown();
    streams.shutdownNow();
  }
}

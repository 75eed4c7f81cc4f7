package counterfoil.app;

import counterfoil.server.http.HttpServer;
import counterfoil.server.http.HttpSettings;
import counterfoil.server.store.Store;
import counterfoil.server.work.BackupKeeper;
import counterfoil.server.work.ServerWork;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A server in this process: store, use cases, HTTP and the backups of an embedded store, opened and
 * closed together.
 */
final class RunningServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RunningServer.class);
  private static final Duration LOOK = Duration.ofMinutes(10);
  private static final Duration FIRST_LOOK = Duration.ofMinutes(1);

  private final Store store;
  private final ServerWork work;
  private final HttpServer http;
  private final @Nullable BackupKeeper backups;
  private final ScheduledExecutorService looks =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("backups").daemon(true).factory());

  private RunningServer(
      Store store, ServerWork work, HttpServer http, @Nullable BackupKeeper backups) {
    this.store = store;
    this.work = work;
    this.http = http;
    this.backups = backups;
    if (backups != null) {
      // It has nothing to tell: each look logs what fails.
      ScheduledFuture<?> _ =
          looks.scheduleWithFixedDelay(
              () -> look(backups), FIRST_LOOK.toSeconds(), LOOK.toSeconds(), TimeUnit.SECONDS);
    }
  }

  private static void look(BackupKeeper backups) {
    try {
      backups.tick();
    } catch (RuntimeException e) {
      LOG.error("not backed up", e);
    }
  }

  /**
   * Where a server keeps its data.
   *
   * @param folder the data folder
   * @param backups where an embedded store is backed up to; null for a database that has its own
   *     ways
   */
  record Folders(Path folder, @Nullable Path backups) {
    /** Those of an embedded store, the backups inside. */
    static Folders embedded(Path folder) {
      return new Folders(folder, folder.resolve("backups"));
    }
  }

  /**
   * Starts to serve an open store, which is closed with it.
   *
   * @throws IOException when the port is taken or the certificate cannot be used; the store is
   *     closed then
   */
  static RunningServer start(
      Store store, Folders folders, HttpSettings settings, Duration tombstonesKept, World world)
      throws IOException {
    ServerWork work = ServerWork.open(store, world.surroundings(folders.folder(), tombstonesKept));
    try {
      HttpServer http =
          HttpServer.start(
              work,
              settings,
              new HttpServer.Surroundings(world.clock(), world.random(), world.ids()));
      return new RunningServer(store, work, http, keeper(store, folders, world));
    } catch (IOException | IllegalArgumentException e) {
      work.close();
      store.close();
      throw e;
    }
  }

  private static @Nullable BackupKeeper keeper(Store store, Folders folders, World world) {
    return folders.backups() == null
        ? null
        : new BackupKeeper(
            store, folders.folder(), folders.backups(), world.clock(), world.random());
  }

  /** Where it listens. */
  URI address() {
    return http.address();
  }

  /** Lets running requests end, stops the writers, makes the last backup and closes the store. */
  @Override
  public void close() throws IOException {
    try {
      http.close();
    } finally {
      work.close();
      looks.close();
      if (backups != null) {
        LOG.info("backing up before the end; ended now, only this backup is missing");
        backups.atExit();
      }
      store.close();
    }
  }
}

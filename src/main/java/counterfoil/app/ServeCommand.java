package counterfoil.app;

import counterfoil.server.http.HttpSettings;
import counterfoil.server.store.Store;
import counterfoil.server.store.StoreException;
import counterfoil.server.store.StoreTooNew;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code serve}: the server, until TERM; then it drains and stops. */
final class ServeCommand {
  private static final Logger LOG = LoggerFactory.getLogger(ServeCommand.class);
  private static final String BACKUPS = "--backups";
  private static final Set<String> VALUED =
      Set.of(
          StoreOptions.DATA,
          StoreOptions.DATABASE,
          "--port",
          "--host",
          "--tls-cert",
          "--tls-key",
          "--public-url",
          BACKUPS,
          "--tombstones-kept");

  private final World world;
  private final Console console;

  ServeCommand(World world, Console console) {
    this.world = world;
    this.console = console;
  }

  /** Serves until the process is told to end; the exit code says whether it ever listened. */
  int run(List<String> words) throws Options.Wrong {
    Options options = Options.read(words, VALUED, Set.of("--behind-proxy"));
    Path folder = Path.of(options.required(StoreOptions.DATA));
    HttpSettings settings = settings(options);
    Optional<String> refusal = settings.refusal();
    if (refusal.isPresent()) {
      throw new Options.Wrong(refusal.get());
    }
    Duration tombstones = tombstones(options);
    RunningServer.Folders folders = folders(options, folder);
    Logs.to(folder, "server");
    try {
      Store store = StoreOptions.open(options, world.random());
      RunningServer server = RunningServer.start(store, folders, settings, tombstones, world);
      return serve(server);
    } catch (StoreTooNew e) {
      return failed(e.getMessage());
    } catch (IOException | StoreException e) {
      LOG.error("the server did not start", e);
      return failed("the server did not start: " + e.getMessage());
    }
  }

  private int serve(RunningServer server) {
    CountDownLatch end = new CountDownLatch(1);
    CountDownLatch ended = new CountDownLatch(1);
    Thread drain =
        new Thread(
            () -> {
              end.countDown();
              awaitQuietly(ended);
            },
            "drain");
    Runtime.getRuntime().addShutdownHook(drain);
    console.out().println("listening on " + server.address());
    awaitQuietly(end);
    try {
      server.close();
      return 0;
    } catch (IOException e) {
      LOG.error("the server did not stop in order", e);
      return 1;
    } finally {
      ended.countDown();
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static HttpSettings settings(Options options) throws Options.Wrong {
    Optional<String> certificate = options.value("--tls-cert");
    Optional<String> key = options.value("--tls-key");
    if (certificate.isPresent() != key.isPresent()) {
      throw new Options.Wrong("--tls-cert and --tls-key go together");
    }
    return new HttpSettings(
        options.value("--host").orElse("127.0.0.1"),
        options.number("--port", 8443, 0, 65_535),
        certificate.isPresent() && key.isPresent()
            ? new HttpSettings.Tls(Path.of(certificate.get()), Path.of(key.get()))
            : null,
        options.has("--behind-proxy"),
        options.value("--public-url").orElse(null));
  }

  private static RunningServer.Folders folders(Options options, Path folder) throws Options.Wrong {
    Optional<Path> backups = options.value(BACKUPS).map(Path::of);
    if (options.value(StoreOptions.DATABASE).isEmpty()) {
      return backups
          .map(given -> new RunningServer.Folders(folder, given))
          .orElseGet(() -> RunningServer.Folders.embedded(folder));
    }
    if (backups.isPresent()) {
      throw new Options.Wrong(
          BACKUPS + " goes with an embedded store; PostgreSQL has its own ways");
    }
    return new RunningServer.Folders(folder, null);
  }

  private static Duration tombstones(Options options) throws Options.Wrong {
    Optional<String> text = options.value("--tombstones-kept");
    if (text.isEmpty()) {
      return World.TOMBSTONES_KEPT;
    }
    try {
      Duration kept = Duration.parse(text.get());
      if (kept.isPositive() || kept.isZero()) {
        return kept;
      }
    } catch (DateTimeParseException notADuration) {
      // answered below
    }
    throw new Options.Wrong("--tombstones-kept takes an ISO 8601 duration such as P90D or PT1H");
  }

  private int failed(@Nullable String why) {
    console.err().println(why);
    return 1;
  }
}

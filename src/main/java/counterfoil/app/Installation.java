package counterfoil.app;

import counterfoil.client.remote.ServerAddress;
import counterfoil.server.http.HttpSettings;
import counterfoil.server.store.Store;
import counterfoil.server.store.StoreTooNew;
import counterfoil.server.work.SampleBusiness;
import counterfoil.viewmodel.port.Background;
import counterfoil.viewmodel.port.PreferenceStore;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What this device is set up for: its folder, its settings, the server it belongs to, or the sample
 * business with a server inside the program. The sample keeps to a folder of its own, so trying
 * never touches real work.
 */
final class Installation implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Installation.class);

  /** The file of this device's settings in its folder. */
  static final String SETTINGS = "device-settings.properties";

  private static final String ADDRESS = "server.address";
  private static final int SAMPLE_SEED = 1;
  private static final int SAMPLE_VOUCHERS = 400;
  private static final String DEVICE_NAME = "2 号台";

  private final World world;
  private final Path folder;
  private final UnaryOperator<URI> way;
  private final KeptWords settings;
  private volatile @Nullable Station station;
  private @Nullable RunningServer server;
  private volatile boolean sample;

  Installation(World world, Path folder) {
    this(world, folder, UnaryOperator.identity());
  }

  /**
   * An installation in a folder.
   *
   * @param way makes of the address of the server inside the one under which it is reached
   */
  Installation(World world, Path folder, UnaryOperator<URI> way) {
    this.world = world;
    this.folder = folder;
    this.way = way;
    this.settings = new KeptWords(folder.resolve(SETTINGS));
  }

  /** What came of opening this device's store for a server. */
  sealed interface Result {
    /** Ready for a sign-in. */
    record Ready(Station station) implements Result {}

    /** Not usable; a key of the texts says why and what to do. */
    record NotUsable(String key) implements Result {}
  }

  Path folder() {
    return folder;
  }

  /** The settings of this device. */
  PreferenceStore settings() {
    return new PreferenceStore() {
      @Override
      public Map<String, String> load() {
        return settings.load();
      }

      @Override
      public void save(String name, String value) {
        settings.save(name, value);
      }
    };
  }

  /** Whether this is the sample business; never waits. */
  boolean isSample() {
    return sample;
  }

  /** The server's address, empty before there is one; never waits. */
  String address() {
    Station open = station;
    return open == null ? "" : open.address().text();
  }

  /** Goes on with the server this device belongs to, if it has one. */
  void resume(Background background, Consumer<Station> ready) {
    Optional<String> kept = Optional.ofNullable(settings.load().get(ADDRESS));
    if (kept.isPresent()
        && ServerAddress.read(kept.get()) instanceof ServerAddress.Fits(ServerAddress address)) {
      background.run(
          () -> connect(address),
          result -> {
            if (result instanceof Result.Ready(Station open)) {
              ready.accept(open);
            }
          });
    }
  }

  /** Belongs to a server from now on. */
  synchronized Result connect(ServerAddress address) {
    Result result = open(folder.resolve("client"), address);
    if (result instanceof Result.Ready) {
      settings.save(ADDRESS, address.text());
    }
    return result;
  }

  /**
   * Makes the sample business where there is none, and starts a server for it inside the program.
   */
  synchronized Result trySample() throws IOException, StoreTooNew {
    Path own = folder.resolve("sample");
    Store store = Store.embedded(own.resolve("server"), world.random());
    new SampleBusiness(store, world.surroundings(null, World.TOMBSTONES_KEPT))
        .make(SAMPLE_SEED, SAMPLE_VOUCHERS);
    RunningServer running =
        RunningServer.start(
            store,
            RunningServer.Folders.embedded(own.resolve("server")),
            HttpSettings.loopback(0),
            World.TOMBSTONES_KEPT,
            world);
    if (!(ServerAddress.read(way.apply(running.address()).toString())
        instanceof ServerAddress.Fits(ServerAddress address))) {
      running.close();
      throw new IOException("the server inside has no address");
    }
    server = running;
    sample = true;
    return open(own.resolve("client"), address);
  }

  private Result open(Path store, ServerAddress address) {
    return switch (Station.open(store, address, DEVICE_NAME, world)) {
      case Station.Opening.Ready(Station open) -> {
        station = open;
        yield new Result.Ready(open);
      }
      case Station.Opening.Shut(var why) -> {
        LOG.warn("the local store is not used: {}", why);
        yield new Result.NotUsable(Station.key(why));
      }
    };
  }

  @Override
  public synchronized void close() {
    if (station != null) {
      station.close();
    }
    if (server != null) {
      try {
        server.close();
      } catch (IOException e) {
        LOG.warn("the server inside did not stop in order", e);
      }
    }
  }
}

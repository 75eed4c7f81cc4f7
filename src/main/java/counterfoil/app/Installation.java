package counterfoil.app;

import counterfoil.client.cache.OpenResult;
import counterfoil.client.remote.ServerAddress;
import counterfoil.client.work.WayOut;
import counterfoil.server.http.HttpSettings;
import counterfoil.server.store.Store;
import counterfoil.server.store.StoreException;
import counterfoil.server.store.StoreTooNew;
import counterfoil.server.work.SampleBusiness;
import counterfoil.viewmodel.port.PreferenceStore;
import counterfoil.viewmodel.shell.StoreTroubleDesk.Kind;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What this device is set up for: its folder, its settings, the server it belongs to, or the sample
 * business with a server inside the program. The sample keeps to a folder of its own, so trying
 * never touches real work. Calls that open or close something block.
 */
final class Installation implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Installation.class);

  /** The file of this device's settings in its folder. */
  static final String SETTINGS = "device-settings.properties";

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final long ROOM = 1L << 20;
  private static final String CLIENT = "client";
  private static final String SAMPLE = "sample";
  private static final int SAMPLE_SEED = 1;
  private static final int SAMPLE_VOUCHERS = 400;
  private static final String SAMPLE_DEVICE = "2 号台";
  private static final DateTimeFormatter ASIDE =
      DateTimeFormatter.ofPattern("'-aside-'uuuuMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final World world;
  private final Path folder;
  private final UnaryOperator<URI> way;
  private final KeptWords settings;
  private final ServerFolders folders;
  private final ServerProbe probe = new ServerProbe(PATIENCE, null);
  private volatile @Nullable Station station;
  private @Nullable RunningServer server;
  private volatile boolean sample;
  private @Nullable ServerAddress wanted;
  private volatile Path chosen;

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
    this.folders = new ServerFolders(folder, settings, world.random());
    this.chosen = folders.current();
  }

  /** What came of opening this device's store for a server. */
  sealed interface Result {
    /** Ready for a sign-in. */
    record Ready(Station station) implements Result {}

    /** Not usable, and why; it lies there as it was. */
    record NotUsable(Kind why) implements Result {}

    /** The server did not say whose it is; nothing was opened. */
    record NoAnswer() implements Result {}
  }

  Path folder() {
    return folder;
  }

  /** Where the store of what it is set up for lies. */
  Path store() {
    return sample ? folder.resolve(SAMPLE).resolve(CLIENT) : chosen;
  }

  /** The way out of that store; it need not open. */
  WayOut wayOut() {
    return WayOut.ofFolder(store(), world.random());
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

  /** The server this device belongs to; empty for a new device. */
  Optional<ServerAddress> kept() {
    return folders.address();
  }

  /** Opens the store of the server that this device belongs to, without asking that server. */
  synchronized Result resume(ServerAddress address) {
    leave();
    chosen = folders.current();
    return openFor(address);
  }

  /**
   * Belongs to a server from now on, with the store of that server's business: what waits for
   * another one is never sent there.
   */
  synchronized Result connect(ServerAddress address) throws InterruptedException {
    leave();
    try {
      chosen = folders.choose(tenant -> probe.holds(address, tenant));
    } catch (IOException e) {
      LOG.warn("the server did not say whether it holds this device's business", e);
      return new Result.NoAnswer();
    }
    return openFor(address);
  }

  private Result openFor(ServerAddress address) {
    wanted = address;
    Result result = open(address);
    if (result instanceof Result.Ready) {
      folders.keep(address, chosen);
    }
    return result;
  }

  /** What waits on this device for other servers; reads the disk. */
  List<ServerFolders.LeftBehind> leftBehind() {
    return sample ? List.of() : folders.leftBehind(chosen);
  }

  /**
   * Makes the sample business where there is none, and starts a server for it inside the program.
   */
  synchronized Result trySample() {
    close();
    sample = true;
    try {
      RunningServer running = serveSample(folder.resolve(SAMPLE).resolve("server"));
      server = running;
      if (!(ServerAddress.read(way.apply(running.address()).toString())
          instanceof ServerAddress.Fits(ServerAddress address))) {
        throw new IOException("the server inside has no address");
      }
      return open(address);
    } catch (StoreTooNew e) {
      LOG.warn("a newer program made the sample", e);
      return new Result.NotUsable(Kind.NEWER);
    } catch (StoreException e) {
      LOG.warn("the sample's store cannot be used", e);
      return new Result.NotUsable(hasRoom() && !e.isFull() ? Kind.DAMAGED : Kind.FULL);
    } catch (IOException e) {
      LOG.warn("the sample's folder cannot be used", e);
      return new Result.NotUsable(hasRoom() ? Kind.READ_ONLY : Kind.FULL);
    }
  }

  /**
   * Whether the disk of the folder has room for anything. What goes wrong on a full disk has many
   * names, and most of them do not say so.
   */
  private boolean hasRoom() {
    try {
      Path there = folder.toAbsolutePath();
      while (!Files.exists(there) && there.getParent() != null) {
        there = there.getParent();
      }
      return Files.getFileStore(there).getUsableSpace() >= ROOM;
    } catch (IOException e) {
      LOG.warn("it is not known how much room the disk has", e);
      return true;
    }
  }

  private RunningServer serveSample(Path inside) throws IOException, StoreTooNew {
    Store store = Store.embedded(inside, world.random());
    try {
      new SampleBusiness(store, world.surroundings(null, World.TOMBSTONES_KEPT))
          .make(SAMPLE_SEED, SAMPLE_VOUCHERS);
    } catch (StoreException e) {
      store.close();
      throw e;
    }
    return RunningServer.start(
        store,
        RunningServer.Folders.embedded(inside),
        HttpSettings.loopback(0),
        World.TOMBSTONES_KEPT,
        world);
  }

  /** Opens once more what could not be opened. */
  synchronized Result again() {
    ServerAddress address = wanted;
    if (sample || address == null) {
      return trySample();
    }
    leave();
    return openFor(address);
  }

  /** Lays the store aside as it lies, and opens an empty one in its place. */
  synchronized Result rebuild() throws IOException {
    close();
    Path lost = sample ? folder.resolve(SAMPLE) : store();
    if (Files.exists(lost)) {
      Path aside = lost.resolveSibling(lost.getFileName() + ASIDE.format(world.clock().instant()));
      Files.move(lost, aside);
      LOG.info("the store that could not be used lies aside in {}", aside.getFileName());
    }
    return again();
  }

  private Result open(ServerAddress address) {
    String name = sample ? SAMPLE_DEVICE : world.computerName();
    return switch (Station.open(store(), address, name, world)) {
      case Station.Opening.Ready(Station open) -> {
        station = open;
        yield new Result.Ready(open);
      }
      case Station.Opening.Shut(OpenResult why) -> {
        LOG.warn("the local store is not used: {}", why);
        yield new Result.NotUsable(hasRoom() ? kind(why) : Kind.FULL);
      }
    };
  }

  private static Kind kind(OpenResult why) {
    return switch (why) {
      case OpenResult.Opened _ -> throw new IllegalArgumentException("it was opened");
      case OpenResult.Newer _ -> Kind.NEWER;
      case OpenResult.Damaged _ -> Kind.DAMAGED;
      case OpenResult.ReadOnly _ -> Kind.READ_ONLY;
      case OpenResult.Full _ -> Kind.FULL;
      case OpenResult.InUse _ -> Kind.IN_USE;
    };
  }

  /** Closes what is open; the device can be set up for something else then. */
  synchronized void leave() {
    close();
    sample = false;
  }

  /**
   * What the device shows of itself before anybody has signed in.
   *
   * @param store the store of whoever worked here last; empty for a new device
   * @param offlineDays days that one may sign in offline; 0 where that is not known
   */
  record Seen(String store, long offlineDays) {}

  /** What was kept by {@link #keep}. */
  Seen seen() {
    Map<String, String> words = settings.load();
    String days = words.getOrDefault(seenAs(".offline-days"), "0");
    return new Seen(
        words.getOrDefault(seenAs(".store"), ""),
        days.matches("[0-9]{1,3}") ? Long.parseLong(days) : 0);
  }

  /** Keeps what the device shows of itself before anybody has signed in. */
  void keep(Seen seen) {
    if (!seen.equals(seen())) {
      settings.save(seenAs(".store"), seen.store());
      settings.save(seenAs(".offline-days"), Long.toString(seen.offlineDays()));
    }
  }

  private String seenAs(String what) {
    return (sample ? "sample" : "seen" + ServerFolders.suffix(chosen)) + what;
  }

  @Override
  public synchronized void close() {
    if (station != null) {
      station.close();
      station = null;
    }
    if (server != null) {
      try {
        server.close();
      } catch (IOException e) {
        LOG.warn("the server inside did not stop in order", e);
      }
      server = null;
    }
  }
}

package counterfoil.app;

import counterfoil.client.remote.ServerAddress;
import counterfoil.client.work.WayOut;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which folder of this device is for which server. A store is one tenant's, at whatever address
 * that is reached: a server that moved keeps its folder and what waits there, another business's
 * server gets a folder of its own, and what waits for the first stays where it is.
 */
final class ServerFolders {
  private static final Logger LOG = LoggerFactory.getLogger(ServerFolders.class);
  private static final String FIRST = "client";
  private static final Pattern STORE = Pattern.compile("client(-[0-9]{1,4})?");
  private static final String ADDRESS = "server.address";
  private static final String FOLDER = "server.folder";

  private final Path home;
  private final KeptWords settings;
  private final SecureRandom random;

  ServerFolders(Path home, KeptWords settings, SecureRandom random) {
    this.home = home;
    this.settings = settings;
    this.random = random;
  }

  /** Says whether the server at hand holds a tenant. */
  @FunctionalInterface
  interface Holding {
    boolean holds(String tenant) throws IOException, InterruptedException;
  }

  /**
   * Acts that wait in a folder for a server that this device is not set up for now.
   *
   * @param acts how many
   * @param address where that server was last
   */
  record LeftBehind(int acts, String address) {}

  /** The server that this device is set up for; empty for a new device. */
  Optional<ServerAddress> address() {
    return Optional.ofNullable(settings.load().get(ADDRESS))
        .map(ServerAddress::read)
        .filter(ServerAddress.Fits.class::isInstance)
        .map(fits -> ((ServerAddress.Fits) fits).address());
  }

  /** The folder of the server that this device is set up for. */
  Path current() {
    return home.resolve(
        Optional.ofNullable(settings.load().get(FOLDER))
            .filter(name -> STORE.matcher(name).matches())
            .orElse(FIRST));
  }

  /** This device is set up for the server at this address, with this folder, from now on. */
  void keep(ServerAddress address, Path folder) {
    settings.save(ADDRESS, address.text());
    settings.save(FOLDER, name(folder));
    settings.save(addressOf(folder), address.text());
  }

  /**
   * The folder for a server: the one whose tenant it holds; else one that belongs to nobody yet.
   *
   * @throws IOException when the server did not answer
   */
  Path choose(Holding server) throws IOException, InterruptedException {
    List<Path> free = new ArrayList<>();
    for (Path store : stores()) {
      Optional<String> tenant = WayOut.ofFolder(store, random).tenant();
      if (tenant.isEmpty()) {
        free.add(store);
      } else if (server.holds(tenant.get())) {
        return store;
      }
    }
    return free.isEmpty() ? fresh() : free.getFirst();
  }

  private Path fresh() {
    Path folder = home.resolve(FIRST);
    for (int n = 2; Files.exists(folder); n++) {
      folder = home.resolve(FIRST + "-" + n);
    }
    return folder;
  }

  /** What waits in other folders than this one. */
  List<LeftBehind> leftBehind(Path chosen) {
    List<LeftBehind> found = new ArrayList<>();
    for (Path store : stores()) {
      int acts = WayOut.ofFolder(store, random).waiting().orElse(0);
      if (!store.equals(chosen) && acts > 0) {
        found.add(
            new LeftBehind(acts, settings.load().getOrDefault(addressOf(store), name(store))));
      }
    }
    return found;
  }

  /** Under what this folder's own settings are kept. */
  static String suffix(Path folder) {
    return name(folder).substring(FIRST.length());
  }

  private static String addressOf(Path folder) {
    return ADDRESS + "." + name(folder);
  }

  /** The one in use first. */
  private List<Path> stores() {
    Path current = current();
    if (!Files.isDirectory(home)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(home)) {
      return all.filter(each -> STORE.matcher(name(each)).matches())
          .sorted(
              Comparator.comparing((Path each) -> !each.equals(current))
                  .thenComparing(ServerFolders::name))
          .toList();
    } catch (IOException e) {
      LOG.warn("the data folder cannot be listed", e);
      return List.of();
    }
  }

  private static String name(Path folder) {
    return String.valueOf(folder.getFileName());
  }
}

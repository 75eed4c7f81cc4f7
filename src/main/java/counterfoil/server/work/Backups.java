package counterfoil.server.work;

import counterfoil.server.store.Store;
import counterfoil.server.store.StoreTooNew;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.List;

/**
 * Backups of an embedded store: a folder with a copy of the database, taken while it is in use, and
 * the server key. Each is verified by opening it and walking its audit chains. PostgreSQL has its
 * own ways (operations guide).
 */
public final class Backups {
  private static final String KEY = "server.key";

  private final SecureRandom random;

  /** Backups, with a source of nonces for opening them. */
  public Backups(SecureRandom random) {
    this.random = random;
  }

  /**
   * Makes a backup and verifies it.
   *
   * @param store the store
   * @param folder the store's data folder
   * @param target a folder that does not hold a store yet
   * @return what walking the copy's audit chains found
   * @throws IOException when the copy cannot be written, or there is one already
   * @throws StoreTooNew never for a copy of an open store
   */
  public List<AuditCheck.Finding> backup(Store store, Path folder, Path target)
      throws IOException, StoreTooNew {
    Files.createDirectories(target);
    if (Files.exists(Store.file(target))) {
      throw new IOException(target + " holds a store already; name an empty folder");
    }
    store.copyTo(Store.file(target));
    Files.copy(folder.resolve(KEY), target.resolve(KEY), StandardCopyOption.COPY_ATTRIBUTES);
    onDisk(Store.file(target));
    onDisk(target.resolve(KEY));
    return verify(target);
  }

  /** SQLite does not wait for the disk when it copies. */
  private static void onDisk(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  /** Opens a backup and walks its audit chains. */
  public List<AuditCheck.Finding> verify(Path backup) throws IOException, StoreTooNew {
    try (Store copy = Store.embedded(backup, random)) {
      return AuditCheck.walk(copy);
    }
  }

  /**
   * Puts a backup into an empty data folder and begins a new epoch, so that every client notices.
   *
   * @throws IOException when the folder holds a store, or the backup cannot be read
   * @throws StoreTooNew when the backup was made by a newer version
   */
  public void restore(Path backup, Path folder, Surroundings around)
      throws IOException, StoreTooNew {
    Files.createDirectories(folder);
    if (Files.exists(Store.file(folder))) {
      throw new IOException(folder + " holds a store already; move it away before restoring");
    }
    Files.copy(backup.resolve(KEY), folder.resolve(KEY), StandardCopyOption.COPY_ATTRIBUTES);
    Files.copy(Store.file(backup), Store.file(folder));
    try (Store store = Store.embedded(folder, random)) {
      new Tenants(store, around).newEpoch();
    }
  }
}

package counterfoil.client.cache;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens a folder: lock, version, integrity, copy, migrations; in that order. */
final class CacheOpening {
  static final String DATABASE = "cache.db";
  static final String VAULT = "vault";
  static final String VAULT_ID = "vault.id";
  private static final String LOCK = "lock";
  private static final Logger LOG = LoggerFactory.getLogger(CacheOpening.class);

  private final Path folder;
  private final CacheOptions options;
  private final Migrations migrations;

  CacheOpening(Path folder, CacheOptions options, Migrations migrations) {
    this.folder = folder;
    this.options = options;
    this.migrations = migrations;
  }

  OpenResult open() {
    FileLock lock = null;
    OpenResult result = new OpenResult.ReadOnly();
    try {
      Files.createDirectories(folder);
      lock = lock();
      result = lock == null ? new OpenResult.InUse() : open(lock);
    } catch (AccessDeniedException _) {
      result = new OpenResult.ReadOnly();
    } catch (FileSystemException e) {
      result = fullOr(e, new OpenResult.ReadOnly());
    } catch (IOException e) {
      LOG.warn("opening the folder failed", e);
      result = fullOr(e, new OpenResult.ReadOnly());
    } finally {
      if (!(result instanceof OpenResult.Opened)) {
        free(lock);
      }
    }
    return result;
  }

  private static OpenResult fullOr(IOException e, OpenResult otherwise) {
    String reason = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
    return reason.contains("no space") || reason.contains("not enough space")
        ? new OpenResult.Full()
        : otherwise;
  }

  private @Nullable FileLock lock() throws IOException {
    FileChannel channel =
        FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock = null;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException _) {
      LOG.debug("this program holds the folder already");
    } finally {
      if (lock == null) {
        channel.close();
      }
    }
    return lock;
  }

  private static void free(@Nullable FileLock lock) {
    if (lock == null) {
      return;
    }
    try {
      lock.acquiredBy().close();
    } catch (IOException e) {
      LOG.warn("freeing the folder's lock failed", e);
    }
  }

  private OpenResult open(FileLock lock) {
    Path file = folder.resolve(DATABASE);
    boolean isOld = Files.exists(file);
    Connection connection = null;
    OpenResult refused;
    try {
      connection = Database.connect(file, true);
      refused = isOld ? refusal(connection) : null;
      if (refused == null) {
        migrate(connection, isOld);
        Database database = new Database(file, connection, options.writer());
        Vault vault = new Vault(folder.resolve(VAULT), options.random(), options.cost());
        return new OpenResult.Opened(new Cache(folder, lock, database, vault, options));
      }
    } catch (SQLException e) {
      refused = refusal(new StorageFailure(e));
    }
    close(connection);
    return refused;
  }

  private @Nullable OpenResult refusal(Connection connection) throws SQLException {
    int found = Math.toIntExact(number(connection, "PRAGMA user_version"));
    if (found > migrations.newest()) {
      return new OpenResult.Newer(found, migrations.newest());
    }
    String check = text(connection, "PRAGMA quick_check(1)");
    return check.equals("ok") ? null : new OpenResult.Damaged(check);
  }

  private static OpenResult refusal(StorageFailure failure) {
    return switch (failure.problem()) {
      case FULL -> new OpenResult.Full();
      case READ_ONLY -> new OpenResult.ReadOnly();
      case IN_USE -> new OpenResult.InUse();
      case DAMAGED, CLOSED, UNREADABLE ->
          new OpenResult.Damaged(String.valueOf(failure.getMessage()));
    };
  }

  /**
   * Copies the database before it is changed, so that the older program can go on with the copy.
   */
  private void migrate(Connection connection, boolean isOld) throws SQLException {
    int from = Math.toIntExact(number(connection, "PRAGMA user_version"));
    if (from == migrations.newest()) {
      return;
    }
    if (isOld && from > 0) {
      Path copy = folder.resolve(String.format(Locale.ROOT, "cache.before-%03d.db", from + 1));
      try (Statement statement = connection.createStatement()) {
        Files.deleteIfExists(copy);
        statement.execute("VACUUM INTO '" + copy.toString().replace("'", "''") + "'");
      } catch (IOException e) {
        throw new SQLException(e);
      }
    }
    migrations.raise(connection, from);
  }

  private static long number(Connection connection, String sql) throws SQLException {
    return Long.parseLong(text(connection, sql));
  }

  private static String text(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      return rows.next() ? rows.getString(1) : "";
    }
  }

  private static void close(@Nullable Connection connection) {
    if (connection == null) {
      return;
    }
    try {
      connection.close();
    } catch (SQLException e) {
      LOG.debug("closing: SQLite error {}", e.getErrorCode());
    }
  }
}

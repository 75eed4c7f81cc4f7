package counterfoil.server.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConnection;

/**
 * One database of the server: SQLite in a data folder, or PostgreSQL. A transaction touches one
 * tenant; one that failed for a passing reason is done again from the start, so work must hold
 * nothing outside of the transaction.
 */
public final class Store implements AutoCloseable {
  private static final int TRIES = 4;
  private static final int READERS = 8;

  private final HikariDataSource writers;
  private final HikariDataSource readers;
  private final ServerKey key;
  private final Map<SQLiteConnection, Prepared> prepared = new ConcurrentHashMap<>();

  private Store(HikariDataSource writers, HikariDataSource readers, ServerKey key) {
    this.writers = writers;
    this.readers = readers;
    this.key = key;
  }

  /** The database file in a data folder. */
  public static Path file(Path folder) {
    return folder.resolve("server.db");
  }

  /**
   * Opens, and at first makes, the database in a data folder: WAL, and every commit on disk before
   * it is answered.
   *
   * @param folder made when missing
   * @param random source of keys and nonces
   * @throws IOException when the folder or the key file cannot be read or made, or the key that
   *     sealed the store is not there
   * @throws StoreTooNew when a newer version made the database
   */
  public static Store embedded(Path folder, SecureRandom random) throws IOException, StoreTooNew {
    Files.createDirectories(folder);
    String url = "jdbc:sqlite:" + file(folder);
    HikariConfig writing = sqlite(url, "IMMEDIATE");
    writing.setMaximumPoolSize(1);
    HikariDataSource writers = pool(writing);
    try {
      migrate(writers);
      ServerKey key = new ServerKey(StoreKey.of(writers, folder, random), random);
      HikariConfig reading = sqlite(url, "DEFERRED");
      reading.setMaximumPoolSize(READERS);
      return new Store(writers, pool(reading), key);
    } catch (StoreException | StoreTooNew | IOException e) {
      writers.close();
      throw e;
    }
  }

  /**
   * Opens a PostgreSQL database. One that was made without a folder has its server key in itself:
   * then a copy of the database alone is enough to read what is sealed in it.
   *
   * @param url {@code jdbc:postgresql://…}, several hosts allowed
   * @param folder where {@code server.key} lies or is made, or null
   * @param random source of keys and nonces
   * @throws IOException when the key file cannot be read or made, or the key that sealed the store
   *     is not there
   * @throws StoreTooNew when a newer version made the database
   */
  public static Store postgres(String url, @Nullable Path folder, SecureRandom random)
      throws IOException, StoreTooNew {
    HikariConfig writing = postgres(url, "TRANSACTION_READ_COMMITTED");
    HikariDataSource writers = pool(writing);
    try {
      migrate(writers);
      ServerKey key = new ServerKey(StoreKey.of(writers, folder, random), random);
      HikariConfig reading = postgres(url, "TRANSACTION_REPEATABLE_READ");
      reading.setReadOnly(true);
      return new Store(writers, pool(reading), key);
    } catch (StoreException | StoreTooNew | IOException e) {
      writers.close();
      throw e;
    }
  }

  /** The key that seals this store's personal data. */
  public ServerKey key() {
    return key;
  }

  /**
   * Does work in one transaction, durable when this returns.
   *
   * @throws StoreException when the store failed, also after some tries
   */
  public <T extends @Nullable Object> T write(Function<Tx, T> work) {
    return again(writers, work);
  }

  /**
   * Reads one state of the database.
   *
   * @throws StoreException when the store failed, also after some tries
   */
  public <T extends @Nullable Object> T read(Function<Tx, T> work) {
    return again(readers, work);
  }

  /**
   * Copies an embedded database, while it is in use, into one file.
   *
   * @param target must not exist
   * @throws StoreException when the copy cannot be written
   */
  public void copyTo(Path target) {
    try (Connection connection = readers.getConnection()) {
      try (PreparedStatement statement = connection.prepareStatement("VACUUM INTO ?")) {
        statement.setString(1, target.toString());
        statement.execute();
      }
    } catch (SQLException e) {
      throw StoreException.of(e);
    }
  }

  @Override
  public void close() {
    readers.close();
    writers.close();
  }

  private <T extends @Nullable Object> T again(HikariDataSource pool, Function<Tx, T> work) {
    for (int tried = 1; ; tried++) {
      try {
        return once(pool, work);
      } catch (StoreException e) {
        if (!e.retryable() || tried == TRIES) {
          throw e;
        }
      }
    }
  }

  private <T extends @Nullable Object> T once(HikariDataSource pool, Function<Tx, T> work) {
    try (Connection connection = pool.getConnection()) {
      connection.setAutoCommit(false);
      try {
        Tx tx = new Tx(new Sql(prepared(connection)), key);
        T result = work.apply(tx);
        tx.flush();
        connection.commit();
        return result;
      } catch (RuntimeException | Error | SQLException e) {
        // The pool does not see what ran past it, and would commit the half when it takes the
        // connection back: an Error is no exception to that.
        forget(connection, e);
        rollback(connection, e);
        throw e;
      }
    } catch (SQLException e) {
      throw StoreException.of(e);
    }
  }

  /** PostgreSQL's driver keeps statements itself; there, a pooled connection closes its own. */
  private Prepared prepared(Connection connection) throws SQLException {
    return connection.isWrapperFor(SQLiteConnection.class)
        ? prepared.computeIfAbsent(connection.unwrap(SQLiteConnection.class), Prepared::new)
        : new Prepared(connection);
  }

  private void forget(Connection connection, Throwable cause) {
    try {
      if (connection.isWrapperFor(SQLiteConnection.class)) {
        Prepared known = prepared.remove(connection.unwrap(SQLiteConnection.class));
        if (known != null) {
          known.close();
        }
      }
    } catch (SQLException e) {
      cause.addSuppressed(e);
    }
  }

  private static void rollback(Connection connection, Throwable cause) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      cause.addSuppressed(e);
    }
  }

  private static void migrate(HikariDataSource pool) throws StoreTooNew {
    try (Connection connection = pool.getConnection()) {
      connection.setAutoCommit(false);
      try {
        Migrations.run(connection);
        connection.commit();
      } catch (SQLException | StoreTooNew e) {
        rollback(connection, e);
        throw e;
      }
    } catch (SQLException e) {
      throw StoreException.of(e);
    }
  }

  private static HikariConfig sqlite(String url, String transactions) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.addDataSourceProperty("journal_mode", "WAL");
    config.addDataSourceProperty("synchronous", "FULL");
    config.addDataSourceProperty("busy_timeout", "10000");
    config.addDataSourceProperty("cache_size", "-32000");
    // Every key is made here; the driver need not ask for one after each insert.
    config.addDataSourceProperty("jdbc.get_generated_keys", "false");
    config.addDataSourceProperty("transaction_mode", transactions);
    // The same pages change again and again: the fewer times they are copied back the better.
    config.setConnectionInitSql("PRAGMA wal_autocheckpoint = 4000");
    // A file does not age as a network connection does, and each connection keeps its statements.
    config.setMaxLifetime(0);
    return config;
  }

  private static HikariConfig postgres(String url, String isolation) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setMaximumPoolSize(READERS);
    config.setTransactionIsolation(isolation);
    config.addDataSourceProperty("reWriteBatchedInserts", "true");
    config.addDataSourceProperty("prepareThreshold", "3");
    return config;
  }

  private static HikariDataSource pool(HikariConfig config) {
    // A resting connection holds no transaction: SQLite's would keep every other process out.
    config.setAutoCommit(true);
    config.setConnectionTimeout(15_000);
    try {
      return new HikariDataSource(config);
    } catch (HikariPool.PoolInitializationException e) {
      throw new StoreException(
          "the database cannot be opened: " + e.getMessage(), e, StoreException.Kind.STORE);
    }
  }
}

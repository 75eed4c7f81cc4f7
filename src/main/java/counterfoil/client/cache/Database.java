package counterfoil.client.cache;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The SQLite file: write-ahead log, one writer, many readers. Every commit is durable before {@link
 * #write} returns ({@code synchronous=FULL}): with less, a power cut loses commits that a screen
 * has already called done.
 *
 * <p>Writes run one after another on the executor that was given, which has one thread in the
 * program; the caller waits. Reads run on the caller's own thread and see the last commit. Once it
 * is being closed, what was begun ends in order and whatever comes later is refused as {@link
 * StorageProblem#CLOSED}.
 */
public final class Database implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Database.class);
  private static final int IDLE_READERS = 4;

  /** Pages of the log (16 MiB) after which they are copied back: acts touch the same few again. */
  private static final int LOG_PAGES = 4_000;

  /** The same while a first sync fills tables. */
  private static final int FILLING_LOG_PAGES = 10_000;

  private final Path file;
  private final Executor writer;
  private final Connection connection;
  private final Tx writing;
  private final Deque<Tx> idle = new ArrayDeque<>();

  /** Held by the write in progress. */
  private final ReentrantLock turn = new ReentrantLock();

  private volatile boolean closed;

  Database(Path file, Connection connection, Executor writer) {
    this.file = file;
    this.connection = connection;
    this.writing = new Tx(connection);
    this.writer = writer;
  }

  /** Opens a connection with the settings of this program. */
  static Connection connect(Path file, boolean forWriting) throws SQLException {
    Properties settings = new Properties();
    settings.setProperty("busy_timeout", "5000");
    settings.setProperty("foreign_keys", "true");
    // Sorting and the statement journals of a sealed store stay out of temporary files.
    settings.setProperty("temp_store", "MEMORY");
    settings.setProperty("synchronous", "FULL");
    // Every key is made here; the driver need not ask for one after each insert.
    settings.setProperty("jdbc.get_generated_keys", "false");
    if (forWriting) {
      settings.setProperty("cache_size", "-32000");
      settings.setProperty("journal_mode", "WAL");
      settings.setProperty("wal_autocheckpoint", String.valueOf(LOG_PAGES));
    } else {
      settings.setProperty("query_only", "true");
    }
    return DriverManager.getConnection("jdbc:sqlite:" + file, settings);
  }

  /**
   * Runs a change in one transaction and waits until it is durable.
   *
   * @throws StorageFailure when the disk fails, or the store was closed; nothing was changed then
   * @throws IllegalStateException when called from inside another change
   */
  public <T> T write(Change<T> change) {
    refuseInside();
    CompletableFuture<T> done = new CompletableFuture<>();
    try {
      writer.execute(
          () -> {
            try {
              done.complete(transact(change));
            } catch (SQLException e) {
              done.completeExceptionally(new StorageFailure(e));
            } catch (Throwable failure) {
              done.completeExceptionally(failure);
            }
          });
    } catch (RejectedExecutionException e) {
      throw closed ? closedFailure() : e;
    }
    return joined(done);
  }

  /** A read would not see what the change in progress has written; its transaction does. */
  private void refuseInside() {
    if (turn.isHeldByCurrentThread()) {
      throw new IllegalStateException("inside a write: use its transaction");
    }
  }

  private static StorageFailure closedFailure() {
    return new StorageFailure(StorageProblem.CLOSED, "the store");
  }

  /**
   * Reads one consistent state, without waiting for the writer.
   *
   * @throws StorageFailure when the disk fails, or the store was closed
   * @throws IllegalStateException when called from inside a change
   */
  public <T> T read(Change<T> query) {
    refuseInside();
    Tx reader = null;
    boolean whole = false;
    try {
      reader = reader();
      run(reader, "BEGIN");
      T found = query.run(reader);
      run(reader, "ROLLBACK");
      whole = true;
      return found;
    } catch (SQLException e) {
      throw new StorageFailure(e);
    } finally {
      giveBack(reader, whole);
    }
  }

  /** Lets the log grow while a first sync fills tables, so that pages are copied back once. */
  public void filling(boolean on) {
    write(
        tx -> {
          inAutocommit("PRAGMA wal_autocheckpoint = " + (on ? FILLING_LOG_PAGES : LOG_PAGES));
          return Boolean.TRUE;
        });
  }

  private void inAutocommit(String pragma) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(pragma);
    }
  }

  private <T> T transact(Change<T> change) throws SQLException {
    turn.lock();
    try {
      if (closed) {
        throw closedFailure();
      }
      run(writing, "BEGIN IMMEDIATE");
      return committed(change);
    } finally {
      turn.unlock();
    }
  }

  private <T> T committed(Change<T> change) throws SQLException {
    boolean committed = false;
    try {
      T result = change.run(writing);
      run(writing, "COMMIT");
      committed = true;
      return result;
    } finally {
      if (!committed) {
        rollback();
      }
    }
  }

  /**
   * A failed COMMIT of a full disk has often rolled back by itself; a second try is then an error.
   */
  private void rollback() {
    try {
      writing.forget();
    } catch (SQLException e) {
      LOG.debug("a statement would not close, SQLite error {}", e.getErrorCode());
    }
    try {
      run(writing, "ROLLBACK");
    } catch (SQLException e) {
      LOG.debug("nothing left to roll back, SQLite error {}", e.getErrorCode());
    }
  }

  private static void run(Tx tx, String statement) throws SQLException {
    tx.update(statement);
  }

  private Tx reader() throws SQLException {
    synchronized (idle) {
      if (closed) {
        throw closedFailure();
      }
      Tx found = idle.poll();
      if (found != null) {
        return found;
      }
    }
    return new Tx(connect(file, false));
  }

  /** Keeps a reader for the next read; one that met a fault ends. */
  private void giveBack(@Nullable Tx reader, boolean whole) {
    if (reader == null) {
      return;
    }
    synchronized (idle) {
      if (whole && !closed && idle.size() < IDLE_READERS) {
        idle.push(reader);
        return;
      }
    }
    closeQuietly(reader.connection());
  }

  private static <T> T joined(CompletableFuture<T> done) {
    try {
      return done.join();
    } catch (CompletionException e) {
      switch (e.getCause()) {
        case RuntimeException failure -> throw failure;
        case Error failure -> throw failure;
        case null, default -> throw e;
      }
    }
  }

  /**
   * Closes the file after the writes that wait already; the executor stays its owner's. A read in
   * progress ends and closes its own connection.
   */
  @Override
  public void close() {
    CompletableFuture<Boolean> done = new CompletableFuture<>();
    try {
      writer.execute(
          () -> {
            shut();
            done.complete(true);
          });
    } catch (RejectedExecutionException _) {
      shut();
      done.complete(true);
    }
    done.join();
  }

  private void shut() {
    turn.lock();
    try {
      synchronized (idle) {
        closed = true;
        idle.forEach(each -> closeQuietly(each.connection()));
        idle.clear();
      }
      closeQuietly(connection);
    } finally {
      turn.unlock();
    }
  }

  private static void closeQuietly(Connection connection) {
    try {
      connection.close();
    } catch (SQLException e) {
      LOG.warn("closing the store: SQLite error {}", e.getErrorCode());
    }
  }
}

package counterfoil.server.store;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import org.sqlite.SQLiteException;

/** A statement or a transaction that failed for a reason outside of the business. */
public final class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int PRIMARY_CODE = 0xff;
  private static final int SQLITE_FULL = 13;
  private static final int SQLITE_TOOBIG = 18;
  private static final int SQLITE_CONSTRAINT = 19;
  private static final int SQLITE_MISMATCH = 20;

  private final Kind kind;

  /** What may help. */
  enum Kind {
    /** The same work again, from the start. */
    PASSING,
    /** Nothing that a command can do: a full disk, a file that cannot be read. */
    STORE,
    /** Nothing at all: this work does not fit what the store holds. */
    WORK
  }

  StoreException(String message, Throwable cause, Kind kind) {
    super(message, cause);
    this.kind = kind;
  }

  static StoreException of(SQLException e) {
    return new StoreException("the store failed: " + e.getMessage(), e, kind(e));
  }

  /**
   * Whether the same work may succeed when it is done again from the start: serialization failure
   * (40001), deadlock (40P01), lost connection (08…), administrator shutdown (57P01…57P03), a full
   * pool, a busy SQLite file.
   */
  public boolean retryable() {
    return kind == Kind.PASSING;
  }

  /**
   * Whether the fault lies with this one piece of work, so that the store serves others well: a
   * violated constraint, a sealed row that does not open.
   */
  public boolean ofTheWork() {
    return kind == Kind.WORK;
  }

  /** Whether the disk is full, as far as the database says so. */
  public boolean isFull() {
    for (Throwable cause = this; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLiteException sqlite
          && (sqlite.getErrorCode() & PRIMARY_CODE) == SQLITE_FULL) {
        return true;
      }
    }
    return false;
  }

  private static Kind kind(SQLException e) {
    return retryable(e) ? Kind.PASSING : ofTheWork(e) ? Kind.WORK : Kind.STORE;
  }

  private static boolean ofTheWork(SQLException e) {
    if (e instanceof SQLiteException sqlite) {
      return switch (sqlite.getErrorCode() & PRIMARY_CODE) {
        case SQLITE_CONSTRAINT, SQLITE_MISMATCH, SQLITE_TOOBIG -> true;
        default -> false;
      };
    }
    String state = e.getSQLState();
    return state != null && (state.startsWith("22") || state.startsWith("23"));
  }

  private static boolean retryable(SQLException e) {
    String state = e.getSQLState();
    if (e instanceof SQLTransientException) {
      return true;
    }
    if (e instanceof SQLiteException sqlite) {
      return switch (sqlite.getResultCode()) {
        case SQLITE_BUSY, SQLITE_BUSY_RECOVERY, SQLITE_BUSY_SNAPSHOT, SQLITE_LOCKED -> true;
        default -> false;
      };
    }
    return state != null
        && (state.equals("40001")
            || state.equals("40P01")
            || state.startsWith("08")
            || state.startsWith("57P0"));
  }
}

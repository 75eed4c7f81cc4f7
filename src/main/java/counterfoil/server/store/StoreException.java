package counterfoil.server.store;

import java.sql.SQLException;

/** A statement or a transaction that failed for a reason outside of the business. */
public final class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean retryable;

  StoreException(String message, Throwable cause, boolean retryable) {
    super(message, cause);
    this.retryable = retryable;
  }

  static StoreException of(SQLException e) {
    return new StoreException("the store failed: " + e.getMessage(), e, retryable(e));
  }

  /**
   * Whether the same work may succeed when it is done again from the start: serialization failure
   * (40001), deadlock (40P01), lost connection (08…), administrator shutdown (57P01…57P03), a full
   * pool, a busy SQLite file.
   */
  public boolean retryable() {
    return retryable;
  }

  private static boolean retryable(SQLException e) {
    String state = e.getSQLState();
    if (e instanceof java.sql.SQLTransientException) {
      return true;
    }
    if (e instanceof org.sqlite.SQLiteException sqlite) {
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

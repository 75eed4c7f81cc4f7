package counterfoil.client.cache;

import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * The local store failed in the middle of a read or write; the transaction was rolled back. Never
 * names a value, only a table.
 */
public final class StorageFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final StorageProblem problem;

  StorageFailure(StorageProblem problem, String where) {
    super(problem + " at " + where);
    this.problem = problem;
  }

  StorageFailure(SQLException cause) {
    super("SQLite error " + cause.getErrorCode(), cause);
    this.problem = problem(cause);
  }

  /** What is wrong. */
  public StorageProblem problem() {
    return problem;
  }

  private static StorageProblem problem(SQLException cause) {
    if (!(cause instanceof SQLiteException known)) {
      return StorageProblem.UNREADABLE;
    }
    SQLiteErrorCode code = known.getResultCode();
    return switch (SQLiteErrorCode.getErrorCode(code.code & 0xff)) {
      case SQLITE_FULL -> StorageProblem.FULL;
      case SQLITE_READONLY, SQLITE_PERM, SQLITE_CANTOPEN -> StorageProblem.READ_ONLY;
      case SQLITE_CORRUPT, SQLITE_NOTADB -> StorageProblem.DAMAGED;
      case SQLITE_BUSY, SQLITE_LOCKED -> StorageProblem.IN_USE;
      default -> StorageProblem.UNREADABLE;
    };
  }
}

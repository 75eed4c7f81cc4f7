package counterfoil.client.cache;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Scans of this device that left no redemption, so that a day's figures outlive the program (V31,
 * V37). Needs no open vault: it holds nothing of a person, and of a code its tail alone.
 */
public final class ScanLogStore {
  private static final Duration KEPT = Duration.ofDays(40);
  private static final String SELECT = "SELECT at, result, reason, good, code_tail FROM scan_log ";

  private final Database database;

  ScanLogStore(Database database) {
    this.database = database;
  }

  /**
   * One scan.
   *
   * @param at when, in server time
   * @param result what came of it, in the words of the caller
   * @param reason code of the refusal, null when there was none
   * @param good id of the good, null where not known
   * @param codeTail the last characters of the code, at most four
   */
  public record Entry(
      Instant at, String result, @Nullable String reason, @Nullable String good, String codeTail) {}

  /**
   * Keeps a scan, and lets go of those older than forty days.
   *
   * @throws StorageFailure when it cannot be written
   */
  public void add(Entry entry) {
    database.write(
        tx -> {
          add(tx, entry);
          return true;
        });
  }

  /** The same inside another transaction. */
  public void add(Tx tx, Entry entry) throws SQLException {
    tx.update("DELETE FROM scan_log WHERE at < ?", entry.at().minus(KEPT).toEpochMilli());
    tx.update(
        "INSERT INTO scan_log (at, result, reason, good, code_tail) VALUES (?, ?, ?, ?, ?)",
        entry.at().toEpochMilli(),
        entry.result(),
        entry.reason(),
        entry.good(),
        entry.codeTail());
  }

  /** Scans from an instant on, newest first. */
  public List<Entry> since(Instant start) {
    return database.read(
        tx ->
            tx.list(
                SELECT + "WHERE at >= ? ORDER BY at DESC, seq DESC",
                ScanLogStore::entry,
                start.toEpochMilli()));
  }

  /** The newest scans, newest first. */
  public List<Entry> newest(int most) {
    return database.read(
        tx -> tx.list(SELECT + "ORDER BY at DESC, seq DESC LIMIT ?", ScanLogStore::entry, most));
  }

  private static Entry entry(ResultSet row) throws SQLException {
    return new Entry(
        Instant.ofEpochMilli(row.getLong(1)),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        row.getString(5));
  }
}

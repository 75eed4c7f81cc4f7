package counterfoil.client.cache;

import counterfoil.protocol.InvalidContent;
import counterfoil.protocol.MalformedJson;
import counterfoil.protocol.Problem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Refused acts, each until a person dismisses it; none is ever dropped by the program. */
public final class Inbox {
  private final Database database;
  private final Vault vault;

  Inbox(Database database, Vault vault) {
    this.database = database;
    this.vault = vault;
  }

  void add(Tx tx, String command, Problem problem, Instant at) throws SQLException {
    tx.update(
        "INSERT INTO inbox (command, seq, type, code, arrived_at, sealed)"
            + " SELECT id, seq, type, ?, ?, ? FROM outbox WHERE id = ?",
        problem.code(),
        at.toEpochMilli(),
        vault.sealRow("inbox", command, 0, problem.bytes()),
        command);
  }

  /** How many wait. */
  public int open() {
    return (int)
        (long)
            database.read(tx -> tx.number("SELECT count(*) FROM inbox WHERE dismissed_at IS NULL"));
  }

  /** The oldest that wait, at most {@code most}. */
  public List<InboxEntry> entries(int most) {
    return database.read(
        tx ->
            tx.list(
                "SELECT i.command, i.type, coalesce(o.issued_at, i.arrived_at), i.arrived_at,"
                    + " i.sealed FROM inbox i LEFT JOIN outbox o ON o.id = i.command WHERE"
                    + " i.dismissed_at IS NULL ORDER BY i.seq LIMIT ?",
                this::entry,
                most));
  }

  private InboxEntry entry(ResultSet row) throws SQLException {
    String command = row.getString(1);
    byte[] problem = vault.openRow("inbox", command, 0, row.getBytes(5));
    try {
      return new InboxEntry(
          command,
          row.getString(2),
          Problem.read(problem),
          Instant.ofEpochMilli(row.getLong(3)),
          Instant.ofEpochMilli(row.getLong(4)));
    } catch (MalformedJson | InvalidContent _) {
      throw new StorageFailure(StorageProblem.DAMAGED, "inbox");
    }
  }

  /**
   * A person has dealt with it.
   *
   * @return false when it was dismissed before, or is not there
   */
  public boolean dismiss(String command, Instant at) {
    return database.write(
        tx ->
            tx.update(
                    "UPDATE inbox SET dismissed_at = ? WHERE command = ? AND dismissed_at IS NULL",
                    at.toEpochMilli(),
                    command)
                == 1);
  }
}

package counterfoil.server.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The audit chain: one entry a decision, never changed. */
public final class AuditTable {
  private final Sql sql;
  private final String tenant;

  AuditTable(Sql sql, String tenant) {
    this.sql = sql;
    this.tenant = tenant;
  }

  /**
   * One decision.
   *
   * @param n its place, from 1
   * @param feedSeq the place in the feed that its changes reached
   * @param at the server's time
   * @param actor who acted; empty for the server itself
   * @param device on which device; empty for the server itself
   * @param type what was asked
   * @param command id of the command
   * @param commandHash hash of its bytes, hex
   * @param signature the batch's signature that covers it; empty where there is none
   * @param target what it acted on; empty where unknown
   * @param outcome {@code applied}, or the code of the refusal
   * @param before hash of the target before, hex; empty where there was none
   * @param after hash of the target after, hex
   * @param hash the chain's hash here, hex
   */
  public record Entry(
      long n,
      long feedSeq,
      Instant at,
      String actor,
      String device,
      String type,
      String command,
      String commandHash,
      String signature,
      String target,
      String outcome,
      String before,
      String after,
      String hash) {

    /** The same entry with the chain's hash, which covers all the rest. */
    public Entry sealedBy(String chainHash) {
      return new Entry(
          n,
          feedSeq,
          at,
          actor,
          device,
          type,
          command,
          commandHash,
          signature,
          target,
          outcome,
          before,
          after,
          chainHash);
    }
  }

  /** Appends an entry. */
  public void append(Entry entry) {
    sql.later(
        "INSERT INTO audit (tenant_id, n, feed_seq, at, actor, device, type, command_id,"
            + " command_hash, signature, target, outcome, before_hash, after_hash, hash) VALUES (?,"
            + " ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        tenant,
        entry.n(),
        entry.feedSeq(),
        entry.at(),
        entry.actor(),
        entry.device(),
        entry.type(),
        entry.command(),
        entry.commandHash(),
        entry.signature(),
        entry.target(),
        entry.outcome(),
        entry.before(),
        entry.after(),
        entry.hash());
  }

  /** Entries after a place, in order. */
  public List<Entry> after(long n, int most) {
    return sql.list(
        "SELECT n, feed_seq, at, actor, device, type, command_id, command_hash, signature, target,"
            + " outcome, before_hash, after_hash, hash FROM audit WHERE tenant_id = ? AND n > ?"
            + " ORDER BY n LIMIT ?",
        AuditTable::row,
        tenant,
        n,
        most);
  }

  /** The chain's hash at a place of the feed, hex; null before the first entry. */
  public @Nullable String hashAt(long feedSeq) {
    return sql.one(
        "SELECT hash FROM audit WHERE tenant_id = ? AND feed_seq <= ? ORDER BY feed_seq DESC, n"
            + " DESC LIMIT 1",
        row -> row.text(1),
        tenant,
        feedSeq);
  }

  /** When the first decision after a place of the feed was made, or null where there is none. */
  public @Nullable Instant firstAfter(long feedSeq) {
    return sql.one(
        "SELECT at FROM audit WHERE tenant_id = ? AND feed_seq > ? ORDER BY feed_seq, n LIMIT 1",
        row -> row.time(1),
        tenant,
        feedSeq);
  }

  private static Entry row(Sql.Row row) throws SQLException {
    return new Entry(
        row.number(1),
        row.number(2),
        row.time(3),
        row.text(4),
        row.text(5),
        row.text(6),
        row.text(7),
        row.text(8),
        row.text(9),
        row.text(10),
        row.text(11),
        row.text(12),
        row.text(13),
        row.text(14));
  }
}

package counterfoil.server.store;

import counterfoil.protocol.Bytes;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tenant's own row: the lock of its writer, the heads of feed and audit chain, its keys. */
public final class TenantTable {
  private static final String COLUMNS =
      "name, title, zone, sample, offline_days, epoch, seq, floor_seq, audit_n, audit_hash,"
          + " version";

  private final Sql sql;
  private final ServerKey key;
  private final String id;

  TenantTable(Sql sql, ServerKey key, String id) {
    this.sql = sql;
    this.key = key;
    this.id = id;
  }

  /**
   * A tenant's row.
   *
   * @param name what people type at sign-in
   * @param title what people read
   * @param zone its zone (TZ-1)
   * @param sample whether it is a sample business
   * @param offlineDays days after the last online sign-in that one may sign in offline
   * @param epoch changes when the store was restored
   * @param seq the newest place in the feed
   * @param floor tombstones up to this place were dropped
   * @param auditCount entries in the audit chain
   * @param auditHash hash of the newest of them, hex
   * @param version version of the row
   */
  public record TenantRow(
      String name,
      String title,
      ZoneId zone,
      boolean sample,
      long offlineDays,
      String epoch,
      long seq,
      long floor,
      long auditCount,
      String auditHash,
      long version) {}

  /** A key under which codes are hashed. */
  public record CodeKey(String id, Bytes secret) {}

  /** Adds the row. */
  public void insert(TenantRow row, Instant at) {
    sql.run(
        "INSERT INTO tenant (tenant_id, "
            + COLUMNS
            + ", created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        id,
        row.name(),
        row.title(),
        row.zone().getId(),
        row.sample(),
        row.offlineDays(),
        row.epoch(),
        row.seq(),
        row.floor(),
        row.auditCount(),
        row.auditHash(),
        row.version(),
        at);
  }

  /**
   * Reads the row and keeps every other writer of the tenant waiting until the transaction ends.
   */
  public @Nullable TenantRow lock() {
    return sql.one(
        "UPDATE tenant SET seq = seq + 0 WHERE tenant_id = ? RETURNING " + COLUMNS,
        TenantTable::row,
        id);
  }

  /** Reads the row. */
  public @Nullable TenantRow read() {
    return sql.one("SELECT " + COLUMNS + " FROM tenant WHERE tenant_id = ?", TenantTable::row, id);
  }

  /** Moves the heads; the row must be locked. */
  public void heads(long seq, long auditCount, String auditHash) {
    sql.run(
        "UPDATE tenant SET seq = ?, audit_n = ?, audit_hash = ? WHERE tenant_id = ?",
        seq,
        auditCount,
        auditHash,
        id);
  }

  /** Begins a new epoch, so that every cursor that was handed out is noticed. */
  public void epoch(String epoch) {
    sql.run("UPDATE tenant SET epoch = ? WHERE tenant_id = ?", epoch, id);
  }

  /** Remembers up to where tombstones were dropped. */
  public void floor(long seq) {
    sql.run("UPDATE tenant SET floor_seq = ? WHERE tenant_id = ?", seq, id);
  }

  /** Adds a key for codes. */
  public void addCodeKey(CodeKey codeKey, Instant at) {
    sql.run(
        "INSERT INTO code_key (tenant_id, id, sealed, created_at) VALUES (?, ?, ?, ?)",
        id,
        codeKey.id(),
        key.seal("code_key", id + "/" + codeKey.id(), 1, codeKey.secret().base64Url()),
        at);
  }

  /** The keys for codes, the newest first. */
  public List<CodeKey> codeKeys() {
    List<CodeKey> keys = new ArrayList<>();
    for (CodeKey sealed :
        sql.list(
            "SELECT id, sealed FROM code_key WHERE tenant_id = ? ORDER BY created_at DESC, id",
            row -> new CodeKey(row.text(1), opened(row.text(1), row.text(2))),
            id)) {
      keys.add(sealed);
    }
    return keys;
  }

  private Bytes opened(String keyId, String sealed) {
    return Bytes.ofBase64Url(key.open("code_key", id + "/" + keyId, 1, sealed)).orElseThrow();
  }

  private static TenantRow row(Sql.Row row) throws SQLException {
    return new TenantRow(
        row.text(1),
        row.text(2),
        ZoneId.of(row.text(3)),
        row.flag(4),
        row.number(5),
        row.text(6),
        row.number(7),
        row.number(8),
        row.number(9),
        row.text(10),
        row.number(11));
  }
}

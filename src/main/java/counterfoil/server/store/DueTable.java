package counterfoil.server.store;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Acts that time will bring; the tenant's writer takes them when their instant has come. */
public final class DueTable {
  private final Sql sql;
  private final String tenant;

  DueTable(Sql sql, String tenant) {
    this.sql = sql;
    this.tenant = tenant;
  }

  /**
   * An act that waits.
   *
   * @param id UUIDv8 of its kind, subject and instant, so that it happens once on any number of
   *     nodes
   * @param at when
   * @param kind what
   * @param subject on what
   */
  public record Due(String id, Instant at, String kind, String subject) {}

  /** Plans an act; one that is planned already stays. */
  public void plan(Due due) {
    sql.later(
        "INSERT INTO due (tenant_id, id, at, kind, subject) VALUES (?, ?, ?, ?, ?) ON CONFLICT"
            + " (tenant_id, id) DO NOTHING",
        tenant,
        due.id(),
        due.at(),
        due.kind(),
        due.subject());
  }

  /** The acts whose instant has come, the earliest first. */
  public List<Due> until(Instant now, int most) {
    return sql.list(
        "SELECT id, at, kind, subject FROM due WHERE tenant_id = ? AND at <= ? ORDER BY at, id"
            + " LIMIT ?",
        row -> new Due(row.text(1), row.time(2), row.text(3), row.text(4)),
        tenant,
        now,
        most);
  }

  /** When the next act is due, or null. */
  public @Nullable Instant next() {
    return sql.one(
        "SELECT at FROM due WHERE tenant_id = ? ORDER BY at LIMIT 1", row -> row.time(1), tenant);
  }

  /** Forgets an act. */
  public void done(String id) {
    sql.later("DELETE FROM due WHERE tenant_id = ? AND id = ?", tenant, id);
  }
}

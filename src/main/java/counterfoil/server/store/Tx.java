package counterfoil.server.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One transaction. */
public final class Tx {
  private final Sql sql;
  private final ServerKey key;
  private final Map<String, Tables> tables = new LinkedHashMap<>();

  Tx(Sql sql, ServerKey key) {
    this.sql = sql;
    this.key = key;
  }

  /** The tables of a tenant. */
  public Tables of(String tenant) {
    return tables.computeIfAbsent(tenant, id -> new Tables(sql, key, id));
  }

  /** The id of the tenant with a name, or null. */
  public @Nullable String tenantNamed(String name) {
    return sql.one("SELECT tenant_id FROM tenant WHERE name = ?", row -> row.text(1), name);
  }

  /** The ids of the tenants whose name or title this is, in any case. */
  public List<String> tenantsCalled(String typed) {
    return sql.list(
        "SELECT tenant_id FROM tenant WHERE lower(name) = lower(?) OR lower(title) = lower(?)",
        row -> row.text(1),
        typed,
        typed);
  }

  /** Whether there is a tenant with this id. */
  public boolean holds(String tenant) {
    return sql.one("SELECT tenant_id FROM tenant WHERE tenant_id = ?", row -> row.text(1), tenant)
        != null;
  }

  /** The ids of all tenants, the oldest first. */
  public List<String> tenants() {
    return sql.list(
        "SELECT tenant_id FROM tenant ORDER BY created_at, tenant_id", row -> row.text(1));
  }

  /** The tenant that an outside system's key belongs to, or null. */
  public @Nullable String tenantOfExternalKey(String keyId) {
    return sql.one("SELECT tenant_id FROM external_key WHERE id = ?", row -> row.text(1), keyId);
  }

  void flush() {
    tables.values().forEach(Tables::flush);
    sql.flush();
  }
}

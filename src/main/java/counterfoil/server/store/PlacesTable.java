package counterfoil.server.store;

import counterfoil.domain.rights.PartyKind;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parties and their stores. */
public final class PlacesTable {
  private static final String PARTY =
      "SELECT id, kind, name, version FROM party WHERE tenant_id = ?";
  private static final String STORE =
      "SELECT id, party, name, address, open, version FROM store WHERE tenant_id = ?";

  private final Sql sql;
  private final String tenant;

  PlacesTable(Sql sql, String tenant) {
    this.sql = sql;
    this.tenant = tenant;
  }

  /** A party. */
  public record Party(String id, PartyKind kind, String name, long version) {}

  /**
   * A store.
   *
   * @param id store id
   * @param party whose it is
   * @param name its name
   * @param address where it is
   * @param open whether it takes vouchers
   * @param version version of the row
   */
  public record Shop(
      String id, String party, String name, @Nullable String address, boolean open, long version) {}

  /** The party with an id, or null. */
  public @Nullable Party party(String id) {
    return sql.one(PARTY + " AND id = ?", PlacesTable::party, tenant, id);
  }

  /** Every party. */
  public List<Party> parties() {
    return sql.list(PARTY + " ORDER BY id", PlacesTable::party, tenant);
  }

  /** Writes a party whole. */
  public void put(Party party) {
    sql.run(
        "INSERT INTO party (tenant_id, id, kind, name, version) VALUES (?, ?, ?, ?, ?) ON CONFLICT"
            + " (tenant_id, id) DO UPDATE SET name = excluded.name, version = excluded.version",
        tenant,
        party.id(),
        party.kind().name(),
        party.name(),
        party.version());
  }

  /** The store with an id, or null. */
  public @Nullable Shop shop(String id) {
    return sql.one(STORE + " AND id = ?", PlacesTable::shop, tenant, id);
  }

  /** Every store. */
  public List<Shop> shops() {
    return sql.list(STORE + " ORDER BY id", PlacesTable::shop, tenant);
  }

  /** Writes a store whole. */
  public void put(Shop shop) {
    sql.run(
        "INSERT INTO store (tenant_id, id, party, name, address, open, version) VALUES (?, ?, ?, ?,"
            + " ?, ?, ?) ON CONFLICT (tenant_id, id) DO UPDATE SET name = excluded.name, address ="
            + " excluded.address, open = excluded.open, version = excluded.version",
        tenant,
        shop.id(),
        shop.party(),
        shop.name(),
        shop.address(),
        shop.open(),
        shop.version());
  }

  private static Party party(Sql.Row row) throws SQLException {
    return new Party(row.text(1), PartyKind.valueOf(row.text(2)), row.text(3), row.number(4));
  }

  private static Shop shop(Sql.Row row) throws SQLException {
    return new Shop(
        row.text(1), row.text(2), row.text(3), row.textOrNull(4), row.flag(5), row.number(6));
  }
}

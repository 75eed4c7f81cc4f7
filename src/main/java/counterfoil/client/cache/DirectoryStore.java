package counterfoil.client.cache;

import counterfoil.domain.calendar.TenantCalendar;
import counterfoil.domain.rights.Collection;
import counterfoil.domain.voucher.RiskBudget;
import counterfoil.protocol.AuditRow;
import counterfoil.protocol.Bytes;
import counterfoil.protocol.DeviceRow;
import counterfoil.protocol.DisputeRow;
import counterfoil.protocol.FeedRow;
import counterfoil.protocol.GoodRow;
import counterfoil.protocol.InvalidContent;
import counterfoil.protocol.MalformedJson;
import counterfoil.protocol.PartyRow;
import counterfoil.protocol.RiskRow;
import counterfoil.protocol.StoreRow;
import counterfoil.protocol.TenantRow;
import counterfoil.protocol.UserRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** Names and settings: the small collections of the feed, by id. */
public final class DirectoryStore {
  private final Database database;
  private final Vault vault;

  DirectoryStore(Database database, Vault vault) {
    this.database = database;
    this.vault = vault;
  }

  /** The business itself; empty before the first sync. */
  public Optional<TenantRow> tenant() {
    return all(Collection.TENANT, TenantRow.class).values().stream().findFirst();
  }

  /** The zone of the tenant's days; the usual one before the first sync (TZ-1). */
  public ZoneId zone() {
    return tenant().map(TenantRow::zone).orElse(TenantCalendar.USUAL_ZONE);
  }

  /** A party. */
  public Optional<PartyRow> party(String id) {
    return find(Collection.PARTIES, id, PartyRow.class);
  }

  /** A store. */
  public Optional<StoreRow> store(String id) {
    return find(Collection.STORES, id, StoreRow.class);
  }

  /** All stores in scope, by id. */
  public Map<String, StoreRow> stores() {
    return all(Collection.STORES, StoreRow.class);
  }

  /** A person. */
  public Optional<UserRow> user(String id) {
    return find(Collection.USERS, id, UserRow.class);
  }

  /** A device. */
  public Optional<DeviceRow> device(String id) {
    return find(Collection.DEVICES, id, DeviceRow.class);
  }

  /** A good. */
  public Optional<GoodRow> good(String id) {
    return find(Collection.GOODS, id, GoodRow.class);
  }

  /** Disputes in scope, by id. */
  public Map<String, DisputeRow> disputes() {
    return all(Collection.DISPUTES, DisputeRow.class);
  }

  /** The head of the audit chain that this device witnessed last. */
  public Optional<AuditRow> audit() {
    return all(Collection.AUDIT, AuditRow.class).values().stream().findFirst();
  }

  /** The device's own budget, else the tenant's, else the usual one. */
  public RiskBudget risk(String device) {
    Map<String, RiskRow> rows = all(Collection.RISK, RiskRow.class);
    RiskRow own = rows.get(device);
    if (own != null) {
      return own.budget();
    }
    return all(Collection.TENANT, TenantRow.class).keySet().stream()
        .map(rows::get)
        .filter(Objects::nonNull)
        .findFirst()
        .map(RiskRow::budget)
        .orElse(RiskBudget.usual());
  }

  private <T extends FeedRow> Optional<T> find(Collection of, String id, Class<T> type) {
    return database
        .read(
            tx ->
                tx.first(
                    "SELECT id, version, sealed FROM feed_directory"
                        + " WHERE collection = ? AND id = ?",
                    row -> read(of, row),
                    of.wire(),
                    id))
        .map(type::cast);
  }

  private <T extends FeedRow> Map<String, T> all(Collection of, Class<T> type) {
    return database.read(
        tx -> {
          Map<String, T> found = new TreeMap<>();
          tx.each(
              "SELECT id, version, sealed FROM feed_directory WHERE collection = ?",
              row -> found.put(row.getString(1), type.cast(read(of, row))),
              of.wire());
          return found;
        });
  }

  private FeedRow read(Collection of, ResultSet row) throws SQLException {
    Bytes data = FeedWriter.open(vault, of, row.getString(1), row.getLong(2), row.getBytes(3));
    try {
      return FeedRow.read(of, data);
    } catch (MalformedJson | InvalidContent _) {
      throw new StorageFailure(StorageProblem.DAMAGED, of.wire());
    }
  }
}

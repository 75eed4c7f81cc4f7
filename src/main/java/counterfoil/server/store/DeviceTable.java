package counterfoil.server.store;

import counterfoil.protocol.Bytes;
import counterfoil.protocol.Ed25519Key;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Devices, the heads of their chains, and who signed in on them. */
public final class DeviceTable {
  private static final String COLUMNS =
      "id, name, public_key, thumbprint, party, stores, head_seq, head_hash, blocked, enrolled_at,"
          + " last_seen, version";
  private static final String SELECT = "SELECT " + COLUMNS + " FROM device WHERE tenant_id = ?";

  private final Sql sql;
  private final String tenant;

  DeviceTable(Sql sql, String tenant) {
    this.sql = sql;
    this.tenant = tenant;
  }

  /**
   * A device.
   *
   * @param id the id of its local store
   * @param name what people call it
   * @param key its public key
   * @param party the party of whoever enrolled it
   * @param stores the stores of whoever enrolled it
   * @param headSeq place of the last command taken from it
   * @param headHash chain hash there, 32 bytes
   * @param blocked why it is shut out, or null
   * @param enrolledAt first sign-in, UTC
   * @param lastSeen last sign-in or command, UTC
   * @param version version of the row
   */
  public record Device(
      String id,
      String name,
      Ed25519Key key,
      String party,
      Set<String> stores,
      long headSeq,
      Bytes headHash,
      @Nullable String blocked,
      Instant enrolledAt,
      Instant lastSeen,
      long version) {

    /** Copies the set. */
    public Device {
      stores = Set.copyOf(stores);
    }
  }

  /** The device with an id, or null. */
  public @Nullable Device byId(String id) {
    return sql.one(SELECT + " AND id = ?", DeviceTable::row, tenant, id);
  }

  /** Every device. */
  public List<Device> all() {
    return sql.list(SELECT + " ORDER BY id", DeviceTable::row, tenant);
  }

  /** Whether a device with a key of this thumbprint was shut out. */
  public boolean blocked(String thumbprint) {
    return sql.number(
            "SELECT COUNT(*) FROM device WHERE tenant_id = ? AND thumbprint = ? AND blocked IS NOT"
                + " NULL",
            tenant,
            thumbprint)
        > 0;
  }

  /** Writes a device whole, apart from the head of its chain. */
  public void put(Device device) {
    sql.run(
        "INSERT INTO device (tenant_id, "
            + COLUMNS
            + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (tenant_id, id) DO"
            + " UPDATE SET name = excluded.name, party = excluded.party, stores = excluded.stores,"
            + " blocked = excluded.blocked, last_seen = excluded.last_seen, version ="
            + " excluded.version",
        tenant,
        device.id(),
        device.name(),
        device.key().x().base64Url(),
        device.key().thumbprint(),
        device.party(),
        IdList.text(device.stores()),
        device.headSeq(),
        device.headHash().hex(),
        device.blocked(),
        device.enrolledAt(),
        device.lastSeen(),
        device.version());
  }

  /** Moves the head of a device's chain. */
  public void head(String device, long seq, Bytes hash, Instant seen) {
    sql.later(
        "UPDATE device SET head_seq = ?, head_hash = ?, last_seen = ? WHERE tenant_id = ? AND id ="
            + " ?",
        seq,
        hash.hex(),
        seen,
        tenant,
        device);
  }

  /** Remembers that a user signed in on a device; the first time counts. */
  public void signedIn(String device, String user, Instant at) {
    sql.run(
        "INSERT INTO device_user (tenant_id, device_id, user_id, since) VALUES (?, ?, ?, ?) ON"
            + " CONFLICT (tenant_id, device_id, user_id) DO NOTHING",
        tenant,
        device,
        user,
        at);
  }

  /** When a user first signed in on a device, or null. */
  public @Nullable Instant signedInSince(String device, String user) {
    return sql.one(
        "SELECT since FROM device_user WHERE tenant_id = ? AND device_id = ? AND user_id = ?",
        row -> row.time(1),
        tenant,
        device,
        user);
  }

  private static Device row(Sql.Row row) throws SQLException {
    return new Device(
        row.text(1),
        row.text(2),
        new Ed25519Key(Bytes.ofBase64Url(row.text(3)).orElseThrow()),
        row.text(5),
        IdList.ids(row.text(6)),
        row.number(7),
        Bytes.ofHex(row.text(8)).orElseThrow(),
        row.textOrNull(9),
        row.time(10),
        row.time(11),
        row.number(12));
  }
}

package counterfoil.server.store;

import counterfoil.domain.rights.Collection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The change feed: each object once, at the place of its last change. Places are given under the
 * tenant's lock, so that a reader never sees a later one before an earlier one. What is stamped
 * twice in one transaction is written once.
 */
public final class FeedTable {
  private static final int ROWS_A_READ = 1000;

  private final Sql sql;
  private final ServerKey key;
  private final String tenant;
  private final Map<String, Entry> stamped = new LinkedHashMap<>();

  FeedTable(Sql sql, ServerKey key, String tenant) {
    this.sql = sql;
    this.key = key;
    this.tenant = tenant;
  }

  /**
   * An object at its place.
   *
   * @param collection where it belongs
   * @param id its id
   * @param seq its place
   * @param version its version
   * @param data its JSON as everyone who sees the row may read it; null for a tombstone
   * @param full its JSON with the fields that some roles see; null when that is the same
   * @param personal whether already {@code data} names a person and is therefore sealed
   * @param party whose it is; null for what belongs to the tenant
   * @param stores the stores it touches
   * @param seenUntil when it leaves the scope of counters by age, or null
   * @param goneAt when it became a tombstone, or null
   */
  public record Entry(
      Collection collection,
      String id,
      long seq,
      long version,
      @Nullable String data,
      @Nullable String full,
      boolean personal,
      @Nullable String party,
      Set<String> stores,
      @Nullable Instant seenUntil,
      @Nullable Instant goneAt) {

    /** Copies the set. */
    public Entry {
      stores = Set.copyOf(stores);
    }

    /** The same at a place. */
    public Entry at(long place) {
      return new Entry(
          collection, id, place, version, data, full, personal, party, stores, seenUntil, goneAt);
    }

    /** Leaves the data out. */
    @Override
    public String toString() {
      return "Entry[" + collection + " " + id + " at " + seq + "]";
    }
  }

  /** Gives an object its new place, before the commit. */
  public void stamp(Entry entry) {
    String place = entry.collection() + "/" + entry.id();
    stamped.remove(place);
    stamped.put(place, entry);
  }

  /** The objects after a place, in order, at most a thousand. */
  public List<Entry> after(long seq) {
    return sql.list(
        "SELECT collection, id, seq, version, data, data_sealed, sealed_full, party, stores,"
            + " seen_until, gone_at FROM feed WHERE tenant_id = ? AND seq > ? ORDER BY seq LIMIT "
            + ROWS_A_READ,
        this::row,
        tenant,
        seq);
  }

  /** Drops tombstones that are older than an instant and says the highest place dropped, or 0. */
  public long dropTombstones(Instant before) {
    long highest =
        sql.number(
            "SELECT COALESCE(MAX(seq), 0) FROM feed WHERE tenant_id = ? AND gone_at < ?",
            tenant,
            before);
    if (highest > 0) {
      sql.run("DELETE FROM feed WHERE tenant_id = ? AND gone_at < ?", tenant, before);
    }
    return highest;
  }

  void flush() {
    for (Entry entry : stamped.values()) {
      write(entry);
    }
    stamped.clear();
  }

  private void write(Entry entry) {
    String data = entry.data();
    String full = entry.full();
    String id = entry.collection() + "/" + entry.id();
    sql.later(
        "INSERT INTO feed (tenant_id, collection, id, seq, version, data, data_sealed,"
            + " sealed_full, party, stores, seen_until, gone_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?,"
            + " ?, ?, ?) ON CONFLICT (tenant_id, collection, id) DO UPDATE SET seq = excluded.seq,"
            + " version = excluded.version, data = excluded.data, data_sealed ="
            + " excluded.data_sealed, sealed_full = excluded.sealed_full, party = excluded.party,"
            + " stores = excluded.stores, seen_until = excluded.seen_until, gone_at ="
            + " excluded.gone_at",
        tenant,
        entry.collection().wire(),
        entry.id(),
        entry.seq(),
        entry.version(),
        data == null || !entry.personal() ? data : key.seal("feed", id, entry.version(), data),
        entry.personal(),
        full == null ? null : key.seal("feed_full", id, entry.version(), full),
        entry.party(),
        IdList.text(entry.stores()),
        entry.seenUntil(),
        entry.goneAt());
  }

  private Entry row(Sql.Row row) throws SQLException {
    Collection collection = Collection.ofWire(row.text(1)).orElseThrow();
    String id = collection + "/" + row.text(2);
    long version = row.number(4);
    String data = row.textOrNull(5);
    boolean personal = row.flag(6);
    String full = row.textOrNull(7);
    return new Entry(
        collection,
        row.text(2),
        row.number(3),
        version,
        data == null || !personal ? data : key.open("feed", id, version, data),
        full == null ? null : key.open("feed_full", id, version, full),
        personal,
        row.textOrNull(8),
        IdList.ids(row.text(9)),
        row.timeOrNull(10),
        row.timeOrNull(11));
  }
}

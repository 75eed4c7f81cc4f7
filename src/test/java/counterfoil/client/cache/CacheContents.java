package counterfoil.client.cache;

import counterfoil.domain.rights.Collection;
import counterfoil.protocol.Bytes;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What lies in the local store, opened, so that a test can lay it beside the server's. */
public final class CacheContents {
  private CacheContents() {}

  /** Every row of the live feed tables: collection and id to version and data. */
  public static Map<String, String> rows(Cache cache) {
    Vault vault = cache.vault();
    return cache
        .database()
        .read(
            tx -> {
              Map<String, String> rows = new TreeMap<>();
              add(
                  tx,
                  vault,
                  rows,
                  Collection.VOUCHERS,
                  "SELECT id, version, sealed FROM feed_vouchers");
              add(
                  tx,
                  vault,
                  rows,
                  Collection.REDEMPTIONS,
                  "SELECT id, version, sealed FROM feed_redemptions");
              for (Collection each : Collection.values()) {
                if (each != Collection.VOUCHERS && each != Collection.REDEMPTIONS) {
                  add(
                      tx,
                      vault,
                      rows,
                      each,
                      "SELECT id, version, sealed FROM feed_directory WHERE collection = '"
                          + each.wire()
                          + "'");
                }
              }
              return rows;
            });
  }

  private static void add(
      Tx tx, Vault vault, Map<String, String> rows, Collection collection, String sql)
      throws SQLException {
    tx.each(
        sql,
        row -> {
          String id = row.getString(1);
          long version = row.getLong(2);
          Bytes data = FeedWriter.open(vault, collection, id, version, row.getBytes(3));
          rows.put(
              collection.wire() + "/" + id,
              version + " " + new String(data.toArray(), StandardCharsets.UTF_8));
        });
  }

  /** Every act that was ever refused into the inbox, dismissed or not. */
  public static Set<String> inbox(Cache cache) {
    return new HashSet<>(
        cache.database().read(tx -> tx.list("SELECT command FROM inbox", row -> row.getString(1))));
  }

  /** How many acts without an answer, or vouchers that answered ones still change, there are. */
  public static long waiting(Cache cache) {
    long unanswered =
        cache
            .database()
            .<Long>read(tx -> tx.number("SELECT count(*) FROM pending WHERE answered = 0"));
    return unanswered
        + cache.vouchers().page(null, 10_000).stream().filter(each -> each.waiting()).count();
  }

  /** The chain's hash at a place, where the act is still kept. */
  public static Optional<Bytes> hashAt(Cache cache, long seq) {
    return cache
        .database()
        .read(
            tx ->
                tx.first(
                    "SELECT hash FROM outbox WHERE seq = ?",
                    row -> Bytes.of(row.getBytes(1)),
                    seq));
  }
}

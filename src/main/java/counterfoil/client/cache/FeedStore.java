package counterfoil.client.cache;

import counterfoil.domain.rights.Collection;
import counterfoil.domain.voucher.VoucherState;
import counterfoil.protocol.ChangeLine;
import counterfoil.protocol.FeedRow;
import counterfoil.protocol.InvalidContent;
import counterfoil.protocol.MalformedJson;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The tables that the feed fills, twice: the live set that screens read, and a fresh set for a
 * first sync and for starting over, which becomes the live one in one transaction. A page and its
 * cursor are one transaction too.
 */
public final class FeedStore {
  private static final Logger LOG = LoggerFactory.getLogger(FeedStore.class);
  private static final String CURSOR = "cursor";
  private static final String FRESH_CURSOR = "cursor.fresh";
  private static final String SYNCED_AT = "synced_at";
  private static final List<String> TABLES =
      List.of("directory", "vouchers", "redemptions", "term");

  private final Database database;
  private final Vault vault;
  private final PendingStore pending;
  private volatile boolean logGrows;

  FeedStore(Database database, Vault vault, PendingStore pending) {
    this.database = database;
    this.vault = vault;
    this.pending = pending;
  }

  /** Where the next page begins; empty before the first sync was whole. */
  public Optional<String> cursor() {
    return database.read(tx -> SettingStore.get(tx, CURSOR));
  }

  /** Where the filling of the fresh set goes on; empty when none has begun. */
  public Optional<String> freshCursor() {
    return database.read(tx -> SettingStore.get(tx, FRESH_CURSOR));
  }

  /** Rows in the fresh set: how far a first sync has come. */
  public long filled() {
    return database
        .read(
            tx ->
                tx.first(
                    "SELECT (SELECT count(*) FROM fresh_directory)"
                        + " + (SELECT count(*) FROM fresh_vouchers)"
                        + " + (SELECT count(*) FROM fresh_redemptions)",
                    row -> row.getLong(1)))
        .orElse(0L);
  }

  /** When the server's last whole page arrived, in server time: the age of the cache (V35). */
  public Optional<Instant> syncedAt() {
    return database.read(tx -> SettingStore.get(tx, SYNCED_AT)).map(Instant::parse);
  }

  /**
   * Applies one whole page to the live set, with its cursor, in one transaction.
   *
   * @param at when it arrived, in server time
   */
  public PageApplied apply(List<ChangeLine> lines, String cursor, Instant at) {
    return database.write(
        tx -> {
          PageApplied applied = put(tx, FeedSet.LIVE, lines, at);
          SettingStore.put(tx, CURSOR, cursor);
          SettingStore.put(tx, SYNCED_AT, at.toString());
          pending.settle(tx);
          return applied;
        });
  }

  /** Begins the fresh set anew; the live set stays what screens see. */
  public void startOver() {
    database.write(FeedStore::emptyFresh);
  }

  private static int emptyFresh(Tx tx) throws SQLException {
    for (String table : TABLES) {
      tx.update("DELETE FROM fresh_" + table);
    }
    return SettingStore.remove(tx, FRESH_CURSOR);
  }

  /**
   * Adds one whole page to the fresh set, with its cursor, so that filling can be resumed.
   *
   * @param at when it arrived, in server time
   */
  public PageApplied fill(List<ChangeLine> lines, String cursor, Instant at) {
    if (!logGrows) {
      database.filling(true);
      logGrows = true;
    }
    return database.write(
        tx -> {
          PageApplied applied = put(tx, FeedSet.FRESH, lines, at);
          SettingStore.put(tx, FRESH_CURSOR, cursor);
          return applied;
        });
  }

  /**
   * Makes the fresh set the live one, in one transaction. Outbox, inbox, waiting acts, risk and
   * settings are no part of the sets and stay.
   *
   * @param at when its last page arrived, in server time
   * @throws IllegalStateException when no page was filled
   */
  public void swap(Instant at) {
    database.write(
        tx -> {
          String cursor =
              SettingStore.get(tx, FRESH_CURSOR)
                  .orElseThrow(() -> new IllegalStateException("nothing to swap in"));
          for (String table : TABLES) {
            tx.update("ALTER TABLE feed_" + table + " RENAME TO old_" + table);
            tx.update("ALTER TABLE fresh_" + table + " RENAME TO feed_" + table);
            tx.update("ALTER TABLE old_" + table + " RENAME TO fresh_" + table);
          }
          SettingStore.put(tx, CURSOR, cursor);
          SettingStore.put(tx, SYNCED_AT, at.toString());
          pending.settle(tx);
          return SettingStore.remove(tx, FRESH_CURSOR);
        });
    startOver();
    database.filling(false);
    logGrows = false;
  }

  private PageApplied put(Tx tx, FeedSet set, List<ChangeLine> lines, Instant at)
      throws SQLException {
    FeedWriter writer = new FeedWriter(tx, set, vault, new Terms(vault.keys().terms()), at);
    int rows = 0;
    int tombstones = 0;
    int passedOver = 0;
    for (ChangeLine line : lines) {
      Optional<Collection> known = line.known();
      if (known.isEmpty()) {
        passedOver++;
      } else if (line.data() == null) {
        writer.remove(known.get(), line.id());
        tombstones++;
      } else if (write(writer, line)) {
        rows++;
      } else {
        passedOver++;
      }
    }
    writer.finish();
    return new PageApplied(rows, tombstones, passedOver);
  }

  private static boolean write(FeedWriter writer, ChangeLine line) throws SQLException {
    try {
      FeedRow row = line.row().orElseThrow();
      writer.put(line, row);
      return true;
    } catch (MalformedJson | InvalidContent e) {
      LOG.warn("passed over a row of {} that this version cannot read", line.collection());
      return false;
    }
  }

  /**
   * Forgets what left the scope by age, as the server reckons it: redemptions made, vouchers spent
   * and refunds heard of before an instant, and vouchers whose validity had ended by then. What a
   * waiting act rests on stays; a voucher refunded or expired lately stays too, so that a counter
   * can say why.
   *
   * @param lastDay the tenant's day at {@code before}
   * @return how many objects
   */
  public int sweep(Instant before, LocalDate lastDay) {
    return database.write(
        tx ->
            pending.sweep(tx, before)
                + tx.update(
                    "DELETE FROM feed_redemptions WHERE redeemed_at < ?"
                        + " AND id NOT IN (SELECT redemption FROM pending)",
                    before.toEpochMilli())
                + sweepVouchers(tx, before, lastDay));
  }

  private static int sweepVouchers(Tx tx, Instant before, LocalDate lastDay) throws SQLException {
    String gone =
        " FROM feed_vouchers WHERE (state IN (?, ?) OR valid_to < ?)"
            + " AND coalesce(last_at, 0) < ? AND id NOT IN (SELECT voucher FROM pending)";
    Object[] values = {
      VoucherState.REDEEMED.wire(),
      VoucherState.REFUNDED.wire(),
      lastDay.toString(),
      before.toEpochMilli()
    };
    tx.update(
        "DELETE FROM feed_term WHERE collection = 'vouchers' AND id IN (SELECT id" + gone + ")",
        values);
    return tx.update("DELETE" + gone, values);
  }
}

package counterfoil.client.cache;

import counterfoil.domain.rights.Collection;
import counterfoil.domain.voucher.Redemption;
import counterfoil.protocol.Bytes;
import counterfoil.protocol.FeedRow;
import counterfoil.protocol.InvalidContent;
import counterfoil.protocol.MalformedJson;
import counterfoil.protocol.RedemptionRow;
import counterfoil.protocol.VoucherRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Redemptions: those of the feed and this device's own waiting ones, as one list. */
public final class RedemptionStore {
  /**
   * Waiting and served rows of one device, or of all, in one order; a waiting one that the feed has
   * brought counts once.
   */
  private static final String BOTH =
      """
      SELECT id, redeemed_at, served FROM (
        SELECT id, redeemed_at, 1 AS served FROM feed_redemptions
          WHERE device = coalesce(?1, device)
        UNION ALL
        SELECT redemption, redeemed_at, 0 FROM pending p WHERE kind = 'redeem'
          AND device = coalesce(?1, device)
          AND NOT EXISTS (SELECT 1 FROM feed_redemptions r WHERE r.id = p.redemption))
      """;

  private static final String UNDECIDED =
      """
      SELECT redemption FROM pending p
      WHERE kind = 'redeem' AND mode = 'ONLINE' AND answered = 0 AND at_risk = 0
        AND NOT EXISTS (SELECT 1 FROM pending u WHERE u.redemption = p.redemption
          AND u.kind = 'undo')
      ORDER BY seq\
      """;

  private static final String ORDER = " ORDER BY redeemed_at DESC, id DESC LIMIT ?";

  private final Database database;
  private final Vault vault;
  private final PendingStore pending;

  RedemptionStore(Database database, Vault vault, PendingStore pending) {
    this.database = database;
    this.vault = vault;
    this.pending = pending;
  }

  /**
   * Where a page ended.
   *
   * @param redeemedAt time of its last row
   * @param id id of its last row
   */
  public record Key(Instant redeemedAt, String id) {
    /** The place of a row. */
    public static Key of(CachedRedemption row) {
      return new Key(row.redemption().redeemedAt(), row.redemption().id());
    }
  }

  /**
   * The latest redemptions.
   *
   * @param device of this device alone, or null for all that this store knows
   * @param before where the page before ended, or null for the first
   */
  public List<CachedRedemption> recent(@Nullable String device, @Nullable Key before, int most) {
    return database.read(
        tx -> {
          List<String> ids =
              before == null ? first(tx, device, most) : next(tx, device, before, most);
          List<CachedRedemption> found = new ArrayList<>();
          for (String id : ids) {
            read(tx, id).ifPresent(found::add);
          }
          return List.copyOf(found);
        });
  }

  private static List<String> first(Tx tx, @Nullable String device, int most) throws SQLException {
    return tx.list(BOTH + ORDER, row -> row.getString(1), device, most);
  }

  private static List<String> next(Tx tx, @Nullable String device, Key before, int most)
      throws SQLException {
    return tx.list(
        BOTH + " WHERE (redeemed_at, id) < (?, ?)" + ORDER,
        row -> row.getString(1),
        device,
        before.redeemedAt().toEpochMilli(),
        before.id(),
        most);
  }

  /**
   * Redemptions of this device that were sent for the server's word, have none, and were neither
   * handed over nor taken back; oldest first.
   */
  public List<CachedRedemption> undecided() {
    return database.read(
        tx -> {
          List<CachedRedemption> found = new ArrayList<>();
          for (String id : tx.list(UNDECIDED, row -> row.getString(1))) {
            read(tx, id).ifPresent(found::add);
          }
          return List.copyOf(found);
        });
  }

  /** One redemption. */
  public Optional<CachedRedemption> byId(String id) {
    return database.read(tx -> read(tx, id));
  }

  private Optional<CachedRedemption> read(Tx tx, String id) throws SQLException {
    Optional<Redemption> served = served(tx, vault, id);
    Optional<Redemption> known = served.isPresent() ? served : pending.find(tx, id);
    if (known.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        tx.first(
                "SELECT coalesce(max(kind = 'undo'), 0), coalesce(max(answered = 0), 0),"
                    + " coalesce(max(at_risk), 0) FROM pending WHERE "
                    + PendingStore.ABOUT,
                row -> {
                  Redemption now = row.getBoolean(1) ? known.get().asUndone() : known.get();
                  return new CachedRedemption(
                      now, row.getBoolean(2), row.getBoolean(3), voucher(tx, now));
                },
                id,
                id)
            .orElseThrow());
  }

  private Optional<VoucherRow> voucher(Tx tx, Redemption redemption) throws SQLException {
    Optional<VoucherRow> live =
        tx.first(
            "SELECT version, sealed FROM feed_vouchers WHERE id = ?",
            row ->
                VoucherStore.read(
                    FeedWriter.open(
                        vault,
                        Collection.VOUCHERS,
                        redemption.voucher(),
                        row.getLong(1),
                        row.getBytes(2))),
            redemption.voucher());
    return live.isPresent()
        ? live
        : pending.seen(tx, redemption.id()).map(Bytes::of).map(VoucherStore::read);
  }

  /** A redemption that the feed brought. */
  static Optional<Redemption> served(Tx tx, Vault vault, String id) throws SQLException {
    return tx.first(
        "SELECT version, sealed FROM feed_redemptions WHERE id = ?",
        row -> redemption(vault, id, row),
        id);
  }

  private static Redemption redemption(Vault vault, String id, ResultSet row) throws SQLException {
    Bytes data =
        FeedWriter.open(vault, Collection.REDEMPTIONS, id, row.getLong(1), row.getBytes(2));
    try {
      return ((RedemptionRow) FeedRow.read(Collection.REDEMPTIONS, data)).redemption(id);
    } catch (MalformedJson | InvalidContent _) {
      throw new StorageFailure(StorageProblem.DAMAGED, "redemptions");
    }
  }
}

package counterfoil.client.cache;

import counterfoil.domain.money.Money;
import counterfoil.domain.voucher.Redemption;
import counterfoil.domain.voucher.Take;
import counterfoil.domain.voucher.Voucher;
import counterfoil.domain.voucher.Worth;
import counterfoil.protocol.CreateParty;
import counterfoil.protocol.CreateStore;
import counterfoil.protocol.CreateUser;
import counterfoil.protocol.FreezeVoucher;
import counterfoil.protocol.IssueVouchers;
import counterfoil.protocol.NoteRefusal;
import counterfoil.protocol.RedeemVoucher;
import counterfoil.protocol.RefundVoucher;
import counterfoil.protocol.RenameDevice;
import counterfoil.protocol.RevokeDevice;
import counterfoil.protocol.SetRisk;
import counterfoil.protocol.SwitchUser;
import counterfoil.protocol.UndoRedemption;
import counterfoil.protocol.UpdateParty;
import counterfoil.protocol.UpdateStore;
import counterfoil.protocol.UpdateUser;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What waiting acts do to what screens see. A row stays until the server refused its act, or until
 * the feed has brought a state that holds it already; so a page never makes a redemption vanish and
 * come back.
 */
final class PendingStore {
  static final String REDEEM = "redeem";
  static final String UNDO = "undo";

  /** The act of a command. */
  static final String OF_COMMAND = "seq = (SELECT seq FROM outbox WHERE id = ?)";

  /** Acts about a redemption: the one that made it, whose id it has, and the undo of it. */
  static final String ABOUT = "(" + OF_COMMAND + " OR (kind = 'undo' AND redemption = ?))";

  private static final String COLUMNS =
      "redemption, voucher, uses, amount, store, device, by_user, redeemed_at, mode, kind";

  /** Waiting acts that the server row does not hold yet. */
  private static final String ON_TOP =
      """
       WHERE voucher = ? AND (answered = 0 OR version IS NULL OR version > ?)
       AND NOT EXISTS (SELECT 1 FROM feed_redemptions r
         WHERE r.id = pending.redemption AND (pending.kind = 'redeem' OR r.undone = 1))
       ORDER BY seq\
      """;

  /** Drops answered acts that the feed's rows hold. */
  private static final String HELD =
      """
      DELETE FROM pending WHERE answered = 1
        AND EXISTS (SELECT 1 FROM feed_redemptions r WHERE r.id = pending.redemption
          AND (pending.kind = 'redeem' OR r.undone = 1))
        AND coalesce((SELECT v.version FROM feed_vouchers v WHERE v.id = pending.voucher)
          >= pending.version, 1)\
      """;

  private final Vault vault;
  private final DeviceStore device;

  PendingStore(Vault vault, DeviceStore device) {
    this.vault = vault;
    this.device = device;
  }

  /** One waiting act. */
  record Waiting(String kind, Redemption redemption) {}

  void add(Tx tx, CommandDraft draft, long seq) throws SQLException {
    switch (draft.payload()) {
      case RedeemVoucher redeem -> insert(tx, draft, seq, REDEEM, redemption(tx, draft, redeem));
      case UndoRedemption undo -> {
        Optional<Redemption> found = find(tx, undo.redemption());
        if (found.isPresent()) {
          insert(tx, draft, seq, UNDO, found.get());
        }
      }
      // These show nothing on top of the feed.
      case IssueVouchers _,
          NoteRefusal _,
          FreezeVoucher _,
          RefundVoucher _,
          CreateUser _,
          UpdateUser _,
          SwitchUser _,
          CreateStore _,
          UpdateStore _,
          CreateParty _,
          UpdateParty _,
          SetRisk _,
          RenameDevice _,
          RevokeDevice _ -> {}
    }
  }

  private Redemption redemption(Tx tx, CommandDraft draft, RedeemVoucher redeem)
      throws SQLException {
    return new Redemption(
        draft.id(),
        draft.target() == null ? "" : draft.target(),
        redeem.take(),
        redeem.store(),
        device.id(tx),
        draft.actor(),
        redeem.redeemedAt(),
        redeem.mode(),
        false);
  }

  private void insert(Tx tx, CommandDraft draft, long seq, String kind, Redemption of)
      throws SQLException {
    boolean atRisk = kind.equals(REDEEM) && of.mode() == Redemption.Mode.PROVISIONAL;
    tx.update(
        "INSERT INTO pending (command, seq, worth, at_risk, sealed, "
            + COLUMNS
            + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        draft.id(),
        seq,
        draft.worth().amount(),
        atRisk ? 1 : 0,
        seen(tx, draft.id(), of.voucher()),
        of.id(),
        of.voucher(),
        uses(of.take()),
        amount(of.take()),
        of.store(),
        of.device(),
        of.by(),
        of.redeemedAt().toEpochMilli(),
        of.mode().name(),
        kind);
  }

  /** A copy of what the person saw, which no tombstone touches. */
  private byte @Nullable [] seen(Tx tx, String command, String voucher) throws SQLException {
    Optional<byte[]> plain =
        tx.first(
            "SELECT version, sealed FROM feed_vouchers WHERE id = ?",
            row -> vault.openRow("vouchers", voucher, row.getLong(1), row.getBytes(2)),
            voucher);
    return plain.map(bytes -> vault.sealRow("pending", command, 0, bytes)).orElse(null);
  }

  /** The copy of the voucher's data that was kept with a redemption of this device. */
  Optional<byte[]> seen(Tx tx, String redemption) throws SQLException {
    return tx.first(
        "SELECT command, sealed FROM pending WHERE " + ABOUT + " AND sealed IS NOT NULL",
        row -> vault.openRow("pending", row.getString(1), 0, row.getBytes(2)),
        redemption,
        redemption);
  }

  void applied(Tx tx, String command, @Nullable String target, @Nullable Long version)
      throws SQLException {
    tx.update(
        "UPDATE pending SET answered = 1, at_risk = 0, version = ?,"
            + " voucher = CASE voucher WHEN '' THEN coalesce(?, '') ELSE voucher END"
            + " WHERE "
            + OF_COMMAND,
        version,
        target,
        command);
    // Only this one: a long queue is answered in many batches before the next page.
    tx.update(HELD + " AND " + OF_COMMAND, command);
  }

  void refused(Tx tx, String command) throws SQLException {
    tx.update("DELETE FROM pending WHERE " + OF_COMMAND, command);
  }

  /** Drops what the feed's rows hold by now; called after every page. */
  void settle(Tx tx) throws SQLException {
    tx.update(HELD);
  }

  /** Drops answered acts by age whose rows the feed never brought: they left the person's scope. */
  int sweep(Tx tx, Instant before) throws SQLException {
    return tx.update(
        "DELETE FROM pending WHERE answered = 1 AND redeemed_at < ?", before.toEpochMilli());
  }

  /** The voucher with this device's waiting acts on top. */
  Voucher onTop(Tx tx, Voucher voucher, long version) throws SQLException {
    Voucher now = voucher;
    for (Waiting each : of(tx, voucher.id(), version)) {
      now = each.kind().equals(REDEEM) ? taken(now, each.redemption()) : given(now, each);
    }
    return now;
  }

  List<Waiting> of(Tx tx, String voucher, long version) throws SQLException {
    return tx.list(
        "SELECT " + COLUMNS + " FROM pending" + ON_TOP, PendingStore::waiting, voucher, version);
  }

  private static Voucher taken(Voucher voucher, Redemption by) {
    if (voucher.last() != null && voucher.last().id().equals(by.id())) {
      return voucher;
    }
    return voucher.with(moved(voucher.worth(), by.take(), -1), by);
  }

  private static Voucher given(Voucher voucher, Waiting undo) {
    Redemption last = voucher.last();
    boolean wasLast = last != null && last.id().equals(undo.redemption().id());
    return voucher.with(moved(voucher.worth(), undo.redemption().take(), 1), wasLast ? null : last);
  }

  /** What is left after a take, kept between nothing and the total whatever the server holds. */
  private static Worth moved(Worth worth, Take take, int sign) {
    return switch (worth) {
      case Worth.Uses(int total, int left) ->
          new Worth.Uses(total, Math.clamp(left + (long) sign * uses(take), 0, total));
      case Worth.Value(Money total, Money left) ->
          new Worth.Value(
              total,
              new Money(
                  Math.clamp(left.amount() + sign * amount(take), 0L, total.amount()),
                  left.currency()));
    };
  }

  /** A redemption by its id, from the feed or from a waiting act. */
  Optional<Redemption> find(Tx tx, String id) throws SQLException {
    Optional<Redemption> own =
        tx.first(
            "SELECT " + COLUMNS + " FROM pending WHERE " + OF_COMMAND + " AND kind = 'redeem'",
            row -> waiting(row).redemption(),
            id);
    return own.isPresent() ? own : RedemptionStore.served(tx, vault, id);
  }

  static Waiting waiting(ResultSet row) throws SQLException {
    int uses = row.getInt(3);
    Take take = uses > 0 ? new Take.Uses(uses) : new Take.Amount(Money.fen(row.getLong(4)));
    return new Waiting(
        row.getString(10),
        new Redemption(
            row.getString(1),
            row.getString(2),
            take,
            row.getString(5),
            row.getString(6),
            row.getString(7),
            Instant.ofEpochMilli(row.getLong(8)),
            Redemption.Mode.valueOf(row.getString(9)),
            false));
  }

  static int uses(Take take) {
    return take instanceof Take.Uses(int uses) ? uses : 0;
  }

  static long amount(Take take) {
    return take instanceof Take.Amount(Money amount) ? amount.amount() : 0;
  }
}

package counterfoil.server.work;

import counterfoil.domain.ledger.Account;
import counterfoil.domain.ledger.Posting;
import counterfoil.domain.ledger.Sale;
import counterfoil.domain.ledger.Settlement;
import counterfoil.domain.voucher.Redemption;
import counterfoil.server.store.GoodTable.Good;
import counterfoil.server.store.VoucherTable.VoucherRow;
import org.jspecify.annotations.Nullable;

/**
 * Posts what becomes of the money of vouchers (VO-4). Each voucher is the one position of its order
 * that settles once: at its first redemption, or by itself 7 × 24 h after delivery.
 */
final class Ledger {
  static final String SETTLE = "settle";
  static final String RELEASE = "release";

  private final Group group;

  Ledger(Group group) {
    this.group = group;
  }

  /** The buyer's money came in. */
  void issued(VoucherRow row) {
    Sale sale = sale(row);
    group.tables().ledger().append(Settlement.payment("payment/" + row.terms().id(), sale));
    group.plan(SETTLE, row.terms().id(), Settlement.dueAt(sale));
  }

  /** The first redemption settles. */
  VoucherRow redeemed(VoucherRow row, Redemption redemption) {
    if (row.settled()) {
      return row;
    }
    Sale sale = sale(row);
    post(
        row,
        redemption.id(),
        Settlement.byRedemption(sale, redemption.redeemedAt(), Settlement.WITHDRAWABLE_AFTER));
    return row.settled(true);
  }

  /** A redemption was taken back, and with it the settlement that it had made. */
  VoucherRow undone(
      VoucherRow row, Redemption undone, @Nullable Redemption standing, String cause) {
    Posting settled = group.tables().ledger().standing(Posting.Kind.SETTLEMENT, row.terms().id());
    if (settled == null || !settled.id().equals(settlement(undone.id()))) {
      return row;
    }
    reverse(row.terms().id(), cause);
    if (standing != null) {
      Sale sale = sale(row);
      post(
          row,
          cause,
          Settlement.byRedemption(sale, standing.redeemedAt(), Settlement.WITHDRAWABLE_AFTER));
      return row;
    }
    group.plan(SETTLE, row.terms().id(), Settlement.dueAt(sale(row)));
    return row.settled(false);
  }

  /** The buyer gets the money back. */
  VoucherRow refunded(VoucherRow row, String cause) {
    if (row.settled()) {
      reverse(row.terms().id(), cause);
    }
    group.tables().ledger().append(Settlement.refund("refund/" + cause, sale(row), group.now()));
    // Nothing of it settles by itself any more.
    return row.settled(true);
  }

  /** Receipt is confirmed by itself. */
  void confirmed(VoucherRow row, String cause) {
    post(row, cause, Settlement.byItself(sale(row)));
    group.tables().vouchers().update(row.settled(true));
  }

  /** What was settled may now be asked for. */
  void release(VoucherRow row, String cause) {
    Posting settled = group.tables().ledger().standing(Posting.Kind.SETTLEMENT, row.terms().id());
    Posting released = group.tables().ledger().standing(Posting.Kind.RELEASE, row.terms().id());
    if (settled == null || released != null || !waits(settled)) {
      return;
    }
    Sale sale = sale(row);
    Settlement.Term term =
        Settlement.byRedemption(sale, settled.at(), Settlement.WITHDRAWABLE_AFTER);
    if (!term.withdrawableAt().isAfter(group.now())) {
      group.tables().ledger().append(Settlement.release("release/" + cause, sale, term));
    }
  }

  private void post(VoucherRow row, String cause, Settlement.Term term) {
    group.tables().ledger().append(Settlement.settle(settlement(cause), sale(row), term));
    if (!term.atOnce()) {
      group.plan(RELEASE, row.terms().id(), term.withdrawableAt());
    }
  }

  private void reverse(String voucher, String cause) {
    for (Posting.Kind kind : new Posting.Kind[] {Posting.Kind.RELEASE, Posting.Kind.SETTLEMENT}) {
      Posting standing = group.tables().ledger().standing(kind, voucher);
      if (standing != null) {
        group
            .tables()
            .ledger()
            .append(standing.reversed("reversal/" + kind.wire() + "/" + cause, group.now()));
      }
    }
  }

  /** A settlement that made its money withdrawable at once has nothing to release. */
  private static boolean waits(Posting settled) {
    return settled.entries().stream()
        .anyMatch(entry -> entry.account().kind() == Account.Kind.NOT_WITHDRAWABLE);
  }

  private static String settlement(String cause) {
    return "settlement/" + cause;
  }

  private Sale sale(VoucherRow row) {
    Good good = group.tables().goods().byId(row.terms().good());
    if (good == null) {
      throw new IllegalStateException("a voucher without its good");
    }
    return new Sale(
        row.terms().id(),
        row.party(),
        row.distributor(),
        row.price(),
        good.supply(),
        row.deliveredAt());
  }
}

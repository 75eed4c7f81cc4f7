package counterfoil.server.work;

import counterfoil.server.store.DueTable.Due;
import counterfoil.server.store.VoucherTable.VoucherRow;
import java.time.LocalDate;

/** Acts that time brings: settlement, release of money, days on which vouchers change. */
final class DueActs {
  private static final int MOST = 256;

  private final Group group;

  DueActs(Group group) {
    this.group = group;
  }

  /** Does what is due, at most one batch of it, and says whether there may be more. */
  boolean drain() {
    var due = group.tables().due().until(group.now(), MOST);
    for (Due act : due) {
      act(act);
      group.tables().due().done(act.id());
    }
    return due.size() == MOST;
  }

  private void act(Due due) {
    switch (due.kind()) {
      case Ledger.SETTLE -> settle(due);
      case Ledger.RELEASE -> release(due);
      case IssueActs.VALIDITY -> restamp(LocalDate.parse(due.subject()));
      default -> throw new IllegalStateException("due act " + due.kind());
    }
  }

  private void settle(Due due) {
    VoucherRow row = group.tables().vouchers().byId(due.subject());
    if (row != null && !row.settled()) {
      new Ledger(group).confirmed(row, due.id());
      group.audit(Group.Decision.ofServer("voucher.settle", due.id(), due.subject()));
    }
  }

  private void release(Due due) {
    VoucherRow row = group.tables().vouchers().byId(due.subject());
    if (row != null) {
      new Ledger(group).release(row, due.id());
    }
  }

  private void restamp(LocalDate day) {
    for (String id : group.tables().vouchers().changingOn(day)) {
      VoucherRow row = group.tables().vouchers().byId(id);
      if (row != null) {
        group.stamp(Rows.voucher(row, group.calendar(), group.now()));
      }
    }
  }
}

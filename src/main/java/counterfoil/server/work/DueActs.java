package counterfoil.server.work;

import counterfoil.server.store.DueTable.Due;
import counterfoil.server.store.VoucherTable.VoucherRow;
import java.time.LocalDate;
import java.util.List;

/** Acts that time brings: settlement, release of money, days on which vouchers change. */
final class DueActs {
  private static final int MOST = 256;

  /** Vouchers of a day in one transaction: others of the tenant wait for no more than these. */
  static final int VOUCHERS = 1_000;

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
      if (act.kind().equals(IssueActs.VALIDITY)) {
        return true;
      }
    }
    return due.size() == MOST;
  }

  private void act(Due due) {
    switch (due.kind()) {
      case Ledger.SETTLE -> settle(due);
      case Ledger.RELEASE -> release(due);
      case IssueActs.VALIDITY -> restamp(due);
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

  /** Vouchers show another state from a day on; the subject says where the last part ended. */
  private void restamp(Due due) {
    String[] subject = due.subject().split(" ", 2);
    LocalDate day = LocalDate.parse(subject[0]);
    String after = subject.length == 1 ? "" : subject[1];
    List<String> part = group.tables().vouchers().changingOn(day, after, VOUCHERS);
    if (part.size() == VOUCHERS) {
      group.plan(IssueActs.VALIDITY, day + " " + part.getLast(), due.at());
    }
    for (String id : part) {
      VoucherRow row = group.tables().vouchers().byId(id);
      if (row != null) {
        group.stamp(Rows.voucher(row, group.calendar(), group.now()));
      }
    }
  }
}

package counterfoil.server.work;

import counterfoil.domain.rights.CommandType;
import counterfoil.domain.rights.Rights;
import counterfoil.domain.rights.Subject;
import counterfoil.domain.voucher.Freezing;
import counterfoil.domain.voucher.RedeemDecision;
import counterfoil.domain.voucher.RedeemRequest;
import counterfoil.domain.voucher.Redeeming;
import counterfoil.domain.voucher.Redemption;
import counterfoil.domain.voucher.Refunding;
import counterfoil.domain.voucher.Undo;
import counterfoil.domain.voucher.Voucher;
import counterfoil.domain.voucher.VoucherCode;
import counterfoil.domain.voucher.VoucherRefusal;
import counterfoil.protocol.Bytes;
import counterfoil.protocol.FreezeVoucher;
import counterfoil.protocol.NoteRefusal;
import counterfoil.protocol.Problem;
import counterfoil.protocol.ProblemCode;
import counterfoil.protocol.RedeemVoucher;
import counterfoil.protocol.RefundVoucher;
import counterfoil.protocol.Refusals;
import counterfoil.protocol.UndoRedemption;
import counterfoil.server.store.CommandTable;
import counterfoil.server.store.FeedTable;
import counterfoil.server.store.GoodTable.Good;
import counterfoil.server.store.PlacesTable.Shop;
import counterfoil.server.store.TenantTable.CodeKey;
import counterfoil.server.store.VoucherTable.VoucherRow;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Acts on vouchers that are there: redeem, undo, note a refusal, freeze, refund. */
final class VoucherActs {
  /** How far a device's idea of the time may run ahead. */
  private static final Duration AHEAD = Duration.ofMinutes(10);

  private final Group group;
  private final Ledger ledger;

  VoucherActs(Group group) {
    this.group = group;
    this.ledger = new Ledger(group);
  }

  Act.Verdict redeem(Act act, RedeemVoucher redeem) {
    String target = act.command().target();
    Shop shop = group.tables().places().shop(redeem.store());
    if (shop == null
        || !Rights.mayCommand(
            act.actor(), CommandType.VOUCHER_REDEEM, Subject.store(shop.party(), redeem.store()))) {
      return refused(target, new VoucherRefusal.RoleMayNotRedeem());
    }
    if ((target == null) == (redeem.code() == null)) {
      return Act.Refused.invalid(target, "exactly one of target and code must be given");
    }
    if (redeem.mode() == Redemption.Mode.LEASED || redeem.lease() != null) {
      return Act.Refused.invalid(target, "this server grants no leases");
    }
    if (redeem.redeemedAt().isAfter(group.now().plus(AHEAD))) {
      return Act.Refused.invalid(target, "redeemed_at lies in the future; set the clock");
    }
    return target == null ? byCode(act, redeem) : byTarget(act, redeem, target);
  }

  private Act.Verdict byTarget(Act act, RedeemVoucher redeem, String target) {
    VoucherRow row = group.tables().vouchers().byId(target);
    return row == null ? refused(target, new VoucherRefusal.Unknown()) : take(act, redeem, row);
  }

  private Act.Verdict byCode(Act act, RedeemVoucher redeem) {
    Optional<VoucherCode> code = VoucherCode.of(redeem.code() == null ? "" : redeem.code());
    if (code.isEmpty()) {
      return refused(null, new VoucherRefusal.Unknown());
    }
    VoucherRow row = find(code.get());
    if (row == null) {
      return refused(
          null,
          code.get().mistyped() ? new VoucherRefusal.Mistyped() : new VoucherRefusal.Unknown());
    }
    return take(act, redeem, row);
  }

  @Nullable VoucherRow find(VoucherCode code) {
    for (CodeKey key : group.codeKeys()) {
      VoucherRow row = group.tables().vouchers().byCodeHash(hash(key, code));
      if (row != null) {
        return row;
      }
    }
    return null;
  }

  static String hash(CodeKey key, VoucherCode code) {
    return Digests.hmac(key.secret(), code.text().getBytes(StandardCharsets.UTF_8)).hex();
  }

  private Act.Verdict take(Act act, RedeemVoucher redeem, VoucherRow row) {
    RedeemRequest request =
        new RedeemRequest(
            act.command().id(),
            redeem.take(),
            redeem.store(),
            act.device(),
            act.actor().user(),
            redeem.redeemedAt(),
            redeem.mode());
    return switch (Redeeming.decide(row.terms(), request, group.calendar())) {
      case RedeemDecision.Refused(VoucherRefusal refusal) -> refused(row.terms().id(), refusal);
      case RedeemDecision.Unfit() ->
          Act.Refused.invalid(row.terms().id(), "uses and stored value do not mix");
      case RedeemDecision.Applied(var after, Redemption redemption) -> {
        VoucherRow next = ledger.redeemed(row.with(after), redemption);
        group.tables().vouchers().insert(redemption);
        group.stamp(Rows.redemption(redemption, row.party(), 1));
        yield applied(row, next);
      }
    };
  }

  Act.Verdict undo(Act act, UndoRedemption undo) {
    Redemption redemption = group.tables().vouchers().redemption(undo.redemption());
    String target = act.command().target();
    if (redemption == null) {
      CommandTable.Decided made = group.decided(undo.redemption());
      return Act.Refused.of(
          target, made == null ? ProblemCode.REDEMPTION_UNKNOWN : ProblemCode.DEPENDS_ON_REFUSED);
    }
    VoucherRow row = existing(redemption.voucher());
    if (!Rights.mayCommand(
        act.actor(),
        CommandType.VOUCHER_UNDO_REDEMPTION,
        Subject.store(row.party(), redemption.store()))) {
      return Act.Refused.of(row.terms().id(), ProblemCode.FORBIDDEN);
    }
    Redemption previous = group.tables().vouchers().standing(row.terms().id(), redemption.id());
    Undo.Request request =
        new Undo.Request(act.device(), act.command().issuedAt(), Undo.Mode.OWN_COUNTER);
    return switch (Undo.decide(row.terms(), redemption, previous, request, false)) {
      case Undo.Refused(Undo.Why why) ->
          Act.Refused.of(row.terms().id(), ProblemCode.ofWire(why.code()).orElseThrow());
      case Undo.Undone(var after, Redemption undone) -> {
        VoucherRow next = ledger.undone(row.with(after), undone, previous, act.command().id());
        group.tables().vouchers().undone(undone.id());
        group.stamp(Rows.redemption(undone, row.party(), 2));
        yield applied(row, next);
      }
    };
  }

  /**
   * A device refused by itself (V31): noted with the voucher where it is one of the store's party;
   * what a stranger's code stands for is not told.
   */
  Act.Verdict note(Act act, NoteRefusal note) {
    String target = act.command().target();
    Shop shop = group.tables().places().shop(note.store());
    if (shop == null
        || !Rights.mayCommand(
            act.actor(), act.command().type(), Subject.store(shop.party(), note.store()))) {
      return Act.Refused.of(target, ProblemCode.FORBIDDEN);
    }
    if ((target == null) == (note.codeHash() == null)) {
      return Act.Refused.invalid(target, "exactly one of target and code_hash must be given");
    }
    if (note.refusedAt().isAfter(group.now().plus(AHEAD))) {
      return Act.Refused.invalid(target, "refused_at lies in the future; set the clock");
    }
    VoucherRow row = noted(target, note.codeHash());
    if (row == null || !row.party().equals(shop.party())) {
      return target == null
          ? new Act.Applied(null, null, List.of(), "", "")
          : refused(target, new VoucherRefusal.Unknown());
    }
    String now = Group.hash(entry(row).data());
    return Act.Applied.of(row.terms().id(), null, now, now);
  }

  private @Nullable VoucherRow noted(@Nullable String target, @Nullable Bytes hash) {
    if (target != null) {
      return group.tables().vouchers().byId(target);
    }
    return hash == null ? null : group.tables().vouchers().byCodeHash(hash.hex());
  }

  Act.Verdict freeze(Act act, FreezeVoucher freeze) {
    VoucherRow row = target(act);
    if (row == null) {
      return refused(act.command().target(), new VoucherRefusal.Unknown());
    }
    if (!mayManage(act, row)) {
      return Act.Refused.of(row.terms().id(), ProblemCode.FORBIDDEN);
    }
    Freezing.Decision decision =
        freeze.frozen() ? Freezing.freeze(row.terms()) : Freezing.thaw(row.terms());
    return switch (decision) {
      case Freezing.Refused(Freezing.Why why) ->
          Act.Refused.of(
              row.terms().id(),
              switch (why) {
                case REFUNDED -> ProblemCode.VOUCHER_REFUNDED;
                case LEASED -> ProblemCode.VOUCHER_LEASED_ELSEWHERE;
              });
      case Freezing.Done(var after) -> {
        VoucherRow next = row.with(after);
        yield applied(row, next);
      }
    };
  }

  Act.Verdict refund(Act act, RefundVoucher refund) {
    VoucherRow row = target(act);
    if (row == null) {
      return refused(act.command().target(), new VoucherRefusal.Unknown());
    }
    if (!mayManage(act, row)) {
      return Act.Refused.of(row.terms().id(), ProblemCode.FORBIDDEN);
    }
    Good good = good(row);
    return switch (Refunding.decide(
        row.terms(),
        good.refund(),
        refund.wish(),
        row.deliveredAt(),
        group.now(),
        group.calendar().day(group.now()))) {
      case Refunding.Refused(Refunding.Why why) ->
          new Act.Refused(
              row.terms().id(),
              Problem.of(ProblemCode.NOT_REFUNDABLE)
                  .with("why", why.name().toLowerCase(Locale.ROOT)));
      case Refunding.Granted(var after, Refunding.Way way) -> {
        VoucherRow next =
            ledger.refunded(row.with(after).refunded(group.now()), act.command().id());
        yield applied(row, next);
      }
    };
  }

  /** An outside system reports what it redeemed (VO-3); only goods of kind external. */
  Act.Verdict redeemedOutside(String id, String party, VoucherRow row, RedeemRequest request) {
    if (!row.party().equals(party) || row.terms().kind() != Voucher.Kind.EXTERNAL) {
      return refused(null, new VoucherRefusal.Unknown());
    }
    // The place is the outside system's own: days are judged as for everyone, stores are not.
    Voucher asInternal =
        new Voucher(
            row.terms().id(),
            row.terms().good(),
            Voucher.Kind.INTERNAL,
            row.terms().worth(),
            row.terms().standing(),
            row.terms().validity(),
            Set.of(request.store()),
            row.terms().guessable(),
            row.terms().holder(),
            row.terms().last());
    return switch (Redeeming.decide(asInternal, request, group.calendar())) {
      case RedeemDecision.Refused(VoucherRefusal refusal) -> refused(row.terms().id(), refusal);
      case RedeemDecision.Unfit() ->
          Act.Refused.invalid(row.terms().id(), "uses and stored value do not mix");
      case RedeemDecision.Applied(var after, Redemption redemption) -> {
        VoucherRow next =
            ledger.redeemed(row.with(row.terms().with(after.worth(), redemption)), redemption);
        group.tables().vouchers().insert(redemption);
        group.stamp(Rows.redemption(redemption, row.party(), 1));
        yield applied(row, next);
      }
    };
  }

  private @Nullable VoucherRow target(Act act) {
    String target = act.command().target();
    return target == null ? null : group.tables().vouchers().byId(target);
  }

  private VoucherRow existing(String id) {
    VoucherRow row = group.tables().vouchers().byId(id);
    if (row == null) {
      throw new IllegalStateException("a redemption without its voucher");
    }
    return row;
  }

  private Good good(VoucherRow row) {
    Good good = group.tables().goods().byId(row.terms().good());
    if (good == null) {
      throw new IllegalStateException("a voucher without its good");
    }
    return good;
  }

  private boolean mayManage(Act act, VoucherRow row) {
    return Rights.mayCommand(act.actor(), act.command().type(), Subject.party(row.party()));
  }

  /**
   * Keeps the next version and puts it into the feed; what the audit says is what the feed says.
   */
  private Act.Applied applied(VoucherRow row, VoucherRow next) {
    String before = Group.hash(entry(row).data());
    FeedTable.Entry entry = entry(next);
    group.tables().vouchers().update(next);
    group.stamp(entry);
    return Act.Applied.of(next.terms().id(), next.version(), before, Group.hash(entry.data()));
  }

  private FeedTable.Entry entry(VoucherRow row) {
    return Rows.voucher(row, group.calendar(), group.now());
  }

  private static Act.Refused refused(@Nullable String target, VoucherRefusal refusal) {
    return new Act.Refused(target, Refusals.problem(refusal));
  }
}

package counterfoil.protocol;

import counterfoil.domain.money.Money;
import counterfoil.domain.voucher.Redemption;
import counterfoil.domain.voucher.Take;
import counterfoil.domain.voucher.VoucherRefusal;
import counterfoil.domain.voucher.VoucherRefusal.BlockedDay;
import counterfoil.domain.voucher.Worth;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Refusals of vouchers as problem documents, and back. */
public final class Refusals {
  private Refusals() {}

  /** The problem that carries a refusal and all its facts. */
  public static Problem problem(VoucherRefusal refusal) {
    Problem problem = Problem.of(code(refusal));
    return switch (refusal) {
      case VoucherRefusal.AlreadyRedeemed(Redemption last, Worth left) ->
          left(redeemed(problem, last), left);
      case VoucherRefusal.Expired(LocalDate lastDay) ->
          problem.with("valid_to", lastDay.toString());
      case VoucherRefusal.NotYetValid(LocalDate firstDay) ->
          problem.with("valid_from", firstDay.toString());
      case BlockedDay(LocalDate day, BlockedDay.Why why) ->
          problem.with("day", day.toString()).with("why", Words.wire(why));
      case VoucherRefusal.WrongStore(var stores) -> problem.with("stores", stores);
      case VoucherRefusal.LeasedElsewhere(
              String device,
              String store,
              Instant lastSeen,
              Instant askedAt) ->
          problem
              .with("device", device)
              .with("store", store)
              .with("last_seen", lastSeen)
              .with("asked_at", askedAt);
      case VoucherRefusal.Unknown _,
          VoucherRefusal.Mistyped _,
          VoucherRefusal.Refunded _,
          VoucherRefusal.Frozen _,
          VoucherRefusal.External _,
          VoucherRefusal.LeaseLost _,
          VoucherRefusal.RoleMayNotRedeem _ ->
          problem;
    };
  }

  private static ProblemCode code(VoucherRefusal refusal) {
    return ProblemCode.ofWire(refusal.code())
        .orElseThrow(() -> new IllegalStateException(refusal.code()));
  }

  private static Problem redeemed(Problem problem, @Nullable Redemption last) {
    if (last == null) {
      return problem;
    }
    Problem told =
        problem
            .with("redemption", last.id())
            .with("voucher", last.voucher())
            .with("redeemed_at", last.redeemedAt())
            .with("store", last.store())
            .with("by", last.by())
            .with("device", last.device())
            .with("mode", Words.wire(last.mode()));
    return switch (last.take()) {
      case Take.Uses(int uses) -> told.with("uses", uses);
      case Take.Amount(Money amount) -> told.with("amount", amount);
    };
  }

  private static Problem left(Problem problem, Worth worth) {
    return switch (worth) {
      case Worth.Uses(int total, int left) ->
          problem.with("uses_total", total).with("uses_left", left);
      case Worth.Value(Money total, Money left) ->
          problem.with("amount_total", total).with("amount_left", left);
    };
  }

  /** The refusal that a problem carries; empty when it carries none, or not all of its facts. */
  public static Optional<VoucherRefusal> refusal(Problem problem) {
    return switch (problem.code()) {
      case "voucher-unknown" -> Optional.of(new VoucherRefusal.Unknown());
      case "voucher-mistyped" -> Optional.of(new VoucherRefusal.Mistyped());
      case "voucher-refunded" -> Optional.of(new VoucherRefusal.Refunded());
      case "voucher-frozen" -> Optional.of(new VoucherRefusal.Frozen());
      case "voucher-external" -> Optional.of(new VoucherRefusal.External());
      case "voucher-lease-lost" -> Optional.of(new VoucherRefusal.LeaseLost());
      case "role-may-not-redeem" -> Optional.of(new VoucherRefusal.RoleMayNotRedeem());
      case "voucher-wrong-store" ->
          Optional.of(new VoucherRefusal.WrongStore(problem.texts("stores")));
      case "voucher-expired" -> date(problem, "valid_to").map(VoucherRefusal.Expired::new);
      case "voucher-not-yet-valid" ->
          date(problem, "valid_from").map(VoucherRefusal.NotYetValid::new);
      case "voucher-blocked-day" ->
          date(problem, "day")
              .flatMap(
                  day ->
                      problem
                          .text("why")
                          .flatMap(Words.of(BlockedDay.Why.class))
                          .map(why -> new BlockedDay(day, why)));
      case "voucher-leased-elsewhere" ->
          problem
              .text("device")
              .map(
                  device ->
                      new VoucherRefusal.LeasedElsewhere(
                          device,
                          problem.text("store").orElse(null),
                          problem.time("last_seen").orElse(null),
                          problem.time("asked_at").orElse(null)));
      case "voucher-already-redeemed" ->
          worth(problem)
              .map(left -> new VoucherRefusal.AlreadyRedeemed(last(problem).orElse(null), left));
      default -> Optional.empty();
    };
  }

  private static Optional<LocalDate> date(Problem problem, String name) {
    try {
      return problem.text(name).map(LocalDate::parse);
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private static Optional<Worth> worth(Problem problem) {
    try {
      Optional<Worth> uses =
          problem
              .number("uses_left")
              .flatMap(left -> problem.number("uses_total").map(total -> uses(total, left)));
      return uses.isPresent()
          ? uses
          : problem
              .money("amount_left")
              .flatMap(
                  left -> problem.money("amount_total").map(total -> new Worth.Value(total, left)));
    } catch (IllegalArgumentException | ArithmeticException _) {
      return Optional.empty();
    }
  }

  private static Worth uses(long total, long left) {
    return new Worth.Uses(Math.toIntExact(total), Math.toIntExact(left));
  }

  private static Optional<Redemption> last(Problem problem) {
    Optional<String> id = problem.text("redemption");
    Optional<Instant> at = problem.time("redeemed_at");
    if (id.isEmpty() || at.isEmpty()) {
      return Optional.empty();
    }
    Take take =
        problem
            .money("amount")
            .<Take>map(Take.Amount::new)
            .orElseGet(() -> new Take.Uses(Math.toIntExact(problem.number("uses").orElse(1L))));
    return Optional.of(
        new Redemption(
            id.get(),
            problem.text("voucher").orElse(""),
            take,
            problem.text("store").orElse(""),
            problem.text("device").orElse(""),
            problem.text("by").orElse(""),
            at.get(),
            problem
                .text("mode")
                .flatMap(Words.of(Redemption.Mode.class))
                .orElse(Redemption.Mode.ONLINE),
            false));
  }
}

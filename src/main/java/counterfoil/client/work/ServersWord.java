package counterfoil.client.work;

import counterfoil.domain.money.Money;
import counterfoil.domain.voucher.RedeemRequest;
import counterfoil.domain.voucher.Redemption;
import counterfoil.domain.voucher.Take;
import counterfoil.domain.voucher.VoucherCode;
import counterfoil.domain.voucher.VoucherRefusal;
import counterfoil.domain.voucher.Worth;
import counterfoil.protocol.CommandResult;
import counterfoil.protocol.Problem;
import counterfoil.protocol.ProblemCode;
import counterfoil.protocol.Refusals;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the server's word on a redemption means at the counter. */
final class ServersWord {
  private static final Logger LOG = LoggerFactory.getLogger(ServersWord.class);

  private final Till till;

  ServersWord(Till till) {
    this.till = till;
  }

  /**
   * The outcome. A person sees a refusal here, so it does not wait in the inbox as well.
   *
   * @param code as scanned; null where only the voucher is known any more
   */
  ScanOutcome of(
      RedeemRequest asked, @Nullable VoucherCode code, CommandResult result, Duration latency) {
    String voucher = result.target();
    VoucherCard card = voucher == null ? null : till.cards().card(voucher, code).orElse(null);
    return switch (result.outcome()) {
      case CommandResult.Applied _ ->
          new ScanOutcome.Redeemed(
              card,
              redemption(asked, voucher == null ? "" : voucher),
              ScanOutcome.Certainty.ONLINE,
              latency);
      case CommandResult.Refused(Problem problem) -> {
        ScanOutcome outcome =
            voucher != null && isStoredValue(asked, problem, card)
                ? new ScanOutcome.AsksAmount(card, card == null ? null : left(card), null)
                : refused(asked, code, problem, card);
        if (!(outcome instanceof ScanOutcome.Fault)) {
          till.cache().inbox().dismiss(asked.id(), till.clock().instant());
        }
        yield outcome;
      }
    };
  }

  static Redemption redemption(RedeemRequest asked, String voucher) {
    return new Redemption(
        asked.id(),
        voucher,
        asked.take(),
        asked.store(),
        asked.device(),
        asked.by(),
        asked.redeemedAt(),
        Redemption.Mode.ONLINE,
        false);
  }

  private static ScanOutcome refused(
      RedeemRequest asked,
      @Nullable VoucherCode code,
      Problem problem,
      @Nullable VoucherCard card) {
    Optional<VoucherRefusal> refusal = Refusals.refusal(problem);
    if (refusal.isEmpty()) {
      LOG.warn("the server could not decide a redemption: {}", problem.code());
      return new ScanOutcome.Fault(
          FaultKind.SERVER, problem.text("incident").orElse(Faults.incident(FaultKind.SERVER)));
    }
    return switch (refusal.get()) {
      case VoucherRefusal.Mistyped() ->
          new ScanOutcome.Mistyped(code == null ? OptionalInt.empty() : code.suspectPosition());
      case VoucherRefusal.AlreadyRedeemed(var _, Worth.Value(Money _, Money left))
          when left.amount() > 0 && asked.take() instanceof Take.Amount(Money much) ->
          new ScanOutcome.AsksAmount(card, left, much);
      case VoucherRefusal.AlreadyRedeemed _,
          VoucherRefusal.Unknown _,
          VoucherRefusal.Expired _,
          VoucherRefusal.NotYetValid _,
          VoucherRefusal.BlockedDay _,
          VoucherRefusal.WrongStore _,
          VoucherRefusal.Refunded _,
          VoucherRefusal.Frozen _,
          VoucherRefusal.External _,
          VoucherRefusal.LeasedElsewhere _,
          VoucherRefusal.LeaseLost _,
          VoucherRefusal.RoleMayNotRedeem _ ->
          new ScanOutcome.Refused(refusal.get(), card, true);
    };
  }

  /**
   * A use was asked of a voucher that this device did not know; the server names it and finds that
   * uses do not fit it, so that it holds stored value.
   */
  private static boolean isStoredValue(
      RedeemRequest asked, Problem problem, @Nullable VoucherCard card) {
    return asked.take() instanceof Take.Uses
        && problem.code().equals(ProblemCode.COMMAND_INVALID.code())
        && (card == null || left(card) != null);
  }

  private static @Nullable Money left(VoucherCard card) {
    return card.voucher().worth() instanceof Worth.Value(Money _, Money left) ? left : null;
  }
}

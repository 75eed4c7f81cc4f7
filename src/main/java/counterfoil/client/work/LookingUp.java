package counterfoil.client.work;

import counterfoil.client.session.Person;
import counterfoil.domain.money.Money;
import counterfoil.domain.voucher.RedeemDecision;
import counterfoil.domain.voucher.Redeeming;
import counterfoil.domain.voucher.Redemption;
import counterfoil.domain.voucher.Take;
import counterfoil.domain.voucher.Voucher;
import counterfoil.domain.voucher.VoucherCode;
import counterfoil.domain.voucher.VoucherRefusal;
import counterfoil.domain.voucher.Worth;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Looks at vouchers without redeeming them (V15). Reads the cache alone and changes nothing. */
final class LookingUp {
  private final Till till;

  LookingUp(Till till) {
    this.till = till;
  }

  LookUp at(String typed) {
    Optional<VoucherCode> code = VoucherCode.of(typed);
    if (code.isEmpty()) {
      return new LookUp.Mistyped(OptionalInt.empty());
    }
    Optional<Person> person = till.person();
    if (person.isEmpty()) {
      return new LookUp.NotKnown(till.risk().age());
    }
    Till.Scan scan = till.scan(code.get(), person.get(), till.store(person.get()).orElse(""));
    if (scan.found().isEmpty()) {
      return code.get().mistyped()
          ? new LookUp.Mistyped(code.get().suspectPosition())
          : new LookUp.NotKnown(till.risk().age());
    }
    return new LookUp.Found(
        till.cards().card(scan.found().get(), scan.code()), refusal(till, scan), till.risk().age());
  }

  /** Why the least there is to take would be refused here and now, as far as this device knows. */
  static @Nullable VoucherRefusal refusal(Till till, Till.Scan scan) {
    Voucher voucher = scan.found().orElseThrow().voucher();
    Take least =
        switch (voucher.worth()) {
          case Worth.Uses _ -> new Take.Uses(1);
          case Worth.Value(Money total, Money _) -> new Take.Amount(new Money(1, total.currency()));
        };
    return switch (Redeeming.decide(
        voucher, till.request(scan, least, Redemption.Mode.ONLINE), till.calendar())) {
      case RedeemDecision.Refused(VoucherRefusal why) -> why;
      case RedeemDecision.Applied _, RedeemDecision.Unfit _ -> null;
    };
  }
}

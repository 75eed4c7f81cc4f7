package counterfoil.protocol;

import counterfoil.domain.money.Money;
import counterfoil.domain.voucher.RefundSetting;
import counterfoil.domain.voucher.Voucher;

/**
 * A good that is made together with its first vouchers (VO-1, VO-10).
 *
 * @param name its name
 * @param supplier the party that supplies and redeems it
 * @param kind who redeems it (VO-2, VO-3)
 * @param supply what the supplier gets for one (VO-1)
 * @param suggestedFrom lower end of the suggested retail price
 * @param suggestedTo upper end of the suggested retail price
 * @param retail what the buyer pays for one
 * @param refund what is promised about refunds (VO-6)
 */
public record NewGood(
    String name,
    String supplier,
    Voucher.Kind kind,
    Money supply,
    Money suggestedFrom,
    Money suggestedTo,
    Money retail,
    RefundSetting refund) {

  static NewGood read(Members in) throws InvalidContent {
    Money retail = in.money("retail", 0);
    Money from = in.moneyOrNull("suggested_from", 0);
    Money to = in.moneyOrNull("suggested_to", 0);
    return new NewGood(
        in.text("name", 200),
        in.id("supplier"),
        in.word("kind", Words.of(Voucher.Kind.class)),
        in.money("supply", 0),
        from == null ? retail : from,
        to == null ? retail : to,
        retail,
        Terms.refund(in));
  }

  Json json() {
    return new GoodRow(name, supplier, kind, supply, suggestedFrom, suggestedTo, retail, refund)
        .json();
  }
}

package counterfoil.protocol;

import counterfoil.domain.money.Money;
import counterfoil.domain.rights.Collection;
import counterfoil.domain.voucher.RefundSetting;
import counterfoil.domain.voucher.Voucher;
import org.jspecify.annotations.Nullable;

/**
 * A good that vouchers are for (VO-1, VO-10).
 *
 * @param name its name
 * @param supplier the party that supplies and redeems it
 * @param kind who redeems it (VO-2, VO-3)
 * @param supply what the supplier gets for one; null where the role may not see it
 * @param suggestedFrom lower end of the suggested retail price
 * @param suggestedTo upper end of the suggested retail price
 * @param retail what the buyer pays for one
 * @param refund what is promised about refunds (VO-6)
 */
public record GoodRow(
    String name,
    String supplier,
    Voucher.Kind kind,
    @Nullable Money supply,
    Money suggestedFrom,
    Money suggestedTo,
    Money retail,
    RefundSetting refund)
    implements FeedRow {

  static GoodRow read(Members in) throws InvalidContent {
    return new GoodRow(
        in.text("name", 200),
        in.id("supplier"),
        in.word("kind", Words.of(Voucher.Kind.class)),
        in.moneyOrNull("supply", 0),
        in.money("suggested_from", 0),
        in.money("suggested_to", 0),
        in.money("retail", 0),
        Terms.refund(in));
  }

  Json json() {
    Json json =
        Json.object()
            .put("name", name)
            .put("supplier", supplier)
            .put("kind", Words.wire(kind))
            .put("supply", supply)
            .put("suggested_from", suggestedFrom)
            .put("suggested_to", suggestedTo)
            .put("retail", retail);
    Terms.write(json, refund);
    return json;
  }

  @Override
  public Collection collection() {
    return Collection.GOODS;
  }
}

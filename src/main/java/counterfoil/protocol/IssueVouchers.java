package counterfoil.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import counterfoil.domain.money.Money;
import counterfoil.domain.rights.CommandType;
import counterfoil.domain.voucher.Take;
import counterfoil.domain.voucher.Validity;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code voucher.issue}: makes the vouchers of one order for one good.
 *
 * @param good id of the good
 * @param newGood what the good is, when this command also makes it
 * @param order number of the order
 * @param distributor the party that sold it and earns the margin (VO-4); null when the supplier
 *     sold it
 * @param price what the buyer paid for each voucher; null for the good's retail price
 * @param buyer who bought it
 * @param worth uses or value of each voucher
 * @param validity its days
 * @param stores where it is taken; empty for external goods only
 * @param deliveredAt when the buyer got it, t0 of VO-4; null for the moment the server decides
 * @param vouchers the vouchers, 1 to 1000
 */
public record IssueVouchers(
    String good,
    @Nullable NewGood newGood,
    String order,
    @Nullable String distributor,
    @Nullable Money price,
    @Nullable Buyer buyer,
    Take worth,
    Validity validity,
    Set<String> stores,
    @Nullable Instant deliveredAt,
    List<NewVoucher> vouchers)
    implements Payload {

  static final int MOST_VOUCHERS = 1000;

  /** Copies the collections. */
  public IssueVouchers {
    stores = Set.copyOf(stores);
    vouchers = List.copyOf(vouchers);
  }

  static IssueVouchers read(Members in) throws InvalidContent {
    List<NewVoucher> vouchers = in.list("vouchers", MOST_VOUCHERS, NewVoucher::read);
    if (vouchers.isEmpty()) {
      throw in.invalid("vouchers", "must hold at least one voucher");
    }
    if (new HashSet<>(vouchers.stream().map(NewVoucher::id).toList()).size() != vouchers.size()) {
      throw in.invalid("vouchers", "must not name a voucher twice");
    }
    Members good = in.objectOrNull("new_good");
    return new IssueVouchers(
        in.id("good"),
        good == null ? null : NewGood.read(good),
        in.text("order", 64),
        in.idOrNull("distributor"),
        in.moneyOrNull("price", 0),
        Buyer.readOrNull(in),
        Takes.read(in),
        Terms.validity(in),
        Set.copyOf(in.ids("stores", CreateUser.MOST_STORES)),
        in.timeOrNull("delivered_at"),
        vouchers);
  }

  Json json() {
    Json json =
        Json.object()
            .put("good", good)
            .put("new_good", newGood == null ? null : newGood.json())
            .put("order", order)
            .put("distributor", distributor)
            .put("price", price)
            .put("buyer", buyer == null ? null : buyer.json());
    Takes.write(json, worth);
    Terms.write(json, validity);
    return json.texts("stores", stores.stream().sorted().toList())
        .put("delivered_at", deliveredAt)
        .objects("vouchers", vouchers.stream().map(NewVoucher::json).toList());
  }

  @Override
  public CommandType type() {
    return CommandType.VOUCHER_ISSUE;
  }

  /**
   * One voucher to make.
   *
   * @param id its id, made by the client
   * @param code its code; null lets the server make one, which the result then names once
   */
  public record NewVoucher(String id, @Nullable String code) {

    static NewVoucher read(JsonNode value, String at) throws InvalidContent {
      Members in = Members.of(value, at);
      return new NewVoucher(in.id("id"), in.textOrNull("code", RedeemVoucher.LONGEST_CODE));
    }

    Json json() {
      return Json.object().put("id", id).put("code", code);
    }

    /** Leaves the code out. */
    @Override
    public String toString() {
      return "NewVoucher[" + id + "]";
    }
  }
}

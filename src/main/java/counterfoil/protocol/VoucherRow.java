package counterfoil.protocol;

import counterfoil.domain.money.Money;
import counterfoil.domain.rights.Collection;
import counterfoil.domain.voucher.Holder;
import counterfoil.domain.voucher.Redemption;
import counterfoil.domain.voucher.Standing;
import counterfoil.domain.voucher.Validity;
import counterfoil.domain.voucher.Voucher;
import counterfoil.domain.voucher.VoucherState;
import counterfoil.domain.voucher.Worth;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A voucher as the feed shows it; never its code.
 *
 * @param state the state in one word on the day of its last change; expired and not yet valid
 *     follow from the days, so a reader computes them anew
 * @param kind who redeems it
 * @param worth what is left of it
 * @param validity its days
 * @param stores where it is taken
 * @param good what it is for
 * @param order number of the order
 * @param amount what the buyer paid for all of it
 * @param codeHash HMAC-SHA-256 of the normalised code under the tenant's code key
 * @param codeTail the code's last characters, for people
 * @param keyId name of that key
 * @param guessable true when the code has under 50 bits
 * @param holder who alone may redeem it now
 * @param buyer who bought it; null where the role may not see it
 * @param last its last redemption that stands
 */
public record VoucherRow(
    VoucherState state,
    Voucher.Kind kind,
    Worth worth,
    Validity validity,
    Set<String> stores,
    String good,
    String order,
    Money amount,
    Bytes codeHash,
    String codeTail,
    String keyId,
    boolean guessable,
    Holder holder,
    @Nullable Buyer buyer,
    @Nullable Redemption last)
    implements FeedRow {

  /** Copies the set. */
  public VoucherRow {
    stores = Set.copyOf(stores);
  }

  /**
   * What a voucher is known by, apart from its terms.
   *
   * @param order number of the order
   * @param amount what the buyer paid for all of it
   * @param codeHash HMAC-SHA-256 of the normalised code under the tenant's code key
   * @param codeTail the code's last characters
   * @param keyId name of that key
   */
  public record Marks(String order, Money amount, Bytes codeHash, String codeTail, String keyId) {}

  /** The row of a voucher on a day of the tenant. */
  public static VoucherRow of(
      Voucher voucher, Marks marks, @Nullable Buyer buyer, LocalDate today) {
    return new VoucherRow(
        VoucherState.of(voucher, today),
        voucher.kind(),
        voucher.worth(),
        voucher.validity(),
        voucher.stores(),
        voucher.good(),
        marks.order(),
        marks.amount(),
        marks.codeHash(),
        marks.codeTail(),
        marks.keyId(),
        voucher.guessable(),
        voucher.holder(),
        buyer,
        voucher.last());
  }

  /** The voucher of the line with this id. */
  public Voucher voucher(String id) {
    return new Voucher(
        id, good, kind, worth, standing(), validity, stores, guessable, holder, last);
  }

  private Standing standing() {
    return switch (state) {
      case FROZEN -> Standing.FROZEN;
      case REFUNDED -> Standing.REFUNDED;
      case REDEEMABLE, LEASED, REDEEMED, EXPIRED, NOT_YET_VALID, EXTERNAL, LOST -> Standing.ACTIVE;
    };
  }

  /** The same without what only some roles may see. */
  public VoucherRow withoutBuyer() {
    return new VoucherRow(
        state, kind, worth, validity, stores, good, order, amount, codeHash, codeTail, keyId,
        guessable, holder, null, last);
  }

  static VoucherRow read(Members in) throws InvalidContent {
    Members last = in.objectOrNull("last_redemption");
    return new VoucherRow(
        in.word("state", VoucherState::ofWire),
        in.word("kind", Words.of(Voucher.Kind.class)),
        Terms.worth(in),
        Terms.validity(in),
        Set.copyOf(in.ids("stores", CreateUser.MOST_STORES)),
        in.id("good"),
        in.text("order", 64),
        in.money("amount", 0),
        in.hash("code_hash"),
        in.text("code_tail", 8),
        in.text("key_id", 64),
        in.flagOr("guessable", false),
        holder(in),
        Buyer.readOrNull(in),
        last == null ? null : RedemptionRow.read(last).redemption(last.id("redemption")));
  }

  private static Holder holder(Members in) throws InvalidContent {
    Members holder = in.objectOrNull("holder");
    if (holder == null) {
      return new Holder.Free();
    }
    String device = holder.id("device");
    String lease = holder.id("lease");
    return holder.flagOr("lost", false)
        ? new Holder.Lost(device, lease)
        : new Holder.Leased(device, lease);
  }

  private static @Nullable Json json(Holder holder) {
    return switch (holder) {
      case Holder.Free() -> null;
      case Holder.Leased(String device, String lease) ->
          Json.object().put("device", device).put("lease", lease).put("lost", false);
      case Holder.Lost(String device, String lease) ->
          Json.object().put("device", device).put("lease", lease).put("lost", true);
    };
  }

  Json json() {
    Json json = Json.object().put("state", state.wire()).put("kind", Words.wire(kind));
    Terms.write(json, worth);
    Terms.write(json, validity);
    return json.texts("stores", stores.stream().sorted().toList())
        .put("good", good)
        .put("order", order)
        .put("amount", amount)
        .put("code_hash", codeHash.hex())
        .put("code_tail", codeTail)
        .put("key_id", keyId)
        .put("guessable", guessable)
        .put("holder", json(holder))
        .put("buyer", buyer == null ? null : buyer.json())
        .put(
            "last_redemption",
            last == null ? null : RedemptionRow.of(last).json().put("redemption", last.id()));
  }

  @Override
  public Collection collection() {
    return Collection.VOUCHERS;
  }

  /** Leaves the buyer and the code's marks out. */
  @Override
  public String toString() {
    return "VoucherRow[" + state + ", " + good + "]";
  }
}

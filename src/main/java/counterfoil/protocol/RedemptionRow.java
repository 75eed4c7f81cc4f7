package counterfoil.protocol;

import counterfoil.domain.rights.Collection;
import counterfoil.domain.voucher.Redemption;
import counterfoil.domain.voucher.Take;
import java.time.Instant;

/**
 * A redemption that was applied; its id is the id of the command that made it.
 *
 * @param voucher what was redeemed
 * @param take how much
 * @param store where
 * @param device at which counter
 * @param by user who redeemed
 * @param redeemedAt when the person acted, UTC
 * @param mode on which ground
 * @param undone true once it was undone
 */
public record RedemptionRow(
    String voucher,
    Take take,
    String store,
    String device,
    String by,
    Instant redeemedAt,
    Redemption.Mode mode,
    boolean undone)
    implements FeedRow {

  static RedemptionRow read(Members in) throws InvalidContent {
    return new RedemptionRow(
        in.id("voucher"),
        Takes.read(in),
        in.text("store", 64),
        in.text("device", 64),
        in.text("by", 64),
        in.time("redeemed_at"),
        in.word("mode", Words.of(Redemption.Mode.class)),
        in.flagOr("undone", false));
  }

  Json json() {
    Json json = Json.object().put("voucher", voucher);
    Takes.write(json, take);
    return json.put("store", store)
        .put("device", device)
        .put("by", by)
        .put("redeemed_at", redeemedAt)
        .put("mode", Words.wire(mode))
        .put("undone", undone);
  }

  /** The row of a redemption. */
  public static RedemptionRow of(Redemption redemption) {
    return new RedemptionRow(
        redemption.voucher(),
        redemption.take(),
        redemption.store(),
        redemption.device(),
        redemption.by(),
        redemption.redeemedAt(),
        redemption.mode(),
        redemption.undone());
  }

  /** The redemption of the line with this id. */
  public Redemption redemption(String id) {
    return new Redemption(id, voucher, take, store, device, by, redeemedAt, mode, undone);
  }

  @Override
  public Collection collection() {
    return Collection.REDEMPTIONS;
  }
}

package counterfoil.domain.voucher;

import java.time.Instant;

/**
 * What a counter asks for.
 *
 * @param id id of the command, and so of the redemption it makes
 * @param take how much
 * @param store the counter's store
 * @param device the counter
 * @param by the user who acts
 * @param redeemedAt when the person acted, UTC; validity is judged at this instant
 * @param mode on which ground
 */
public record RedeemRequest(
    String id,
    Take take,
    String store,
    String device,
    String by,
    Instant redeemedAt,
    Redemption.Mode mode) {

  Redemption of(Voucher voucher) {
    return new Redemption(id, voucher.id(), take, store, device, by, redeemedAt, mode, false);
  }
}

package counterfoil.domain.voucher;

import java.time.Instant;

/**
 * One redemption that was applied.
 *
 * @param id id of the command that made it
 * @param voucher what was redeemed
 * @param take how much
 * @param store where
 * @param device at which counter
 * @param by user who redeemed
 * @param redeemedAt when the person acted, UTC
 * @param mode on which ground
 * @param undone true once it was undone
 */
public record Redemption(
    String id,
    String voucher,
    Take take,
    String store,
    String device,
    String by,
    Instant redeemedAt,
    Mode mode,
    boolean undone) {

  /** The same redemption, undone. */
  public Redemption asUndone() {
    return new Redemption(id, voucher, take, store, device, by, redeemedAt, mode, true);
  }

  /** On which ground a counter redeemed. */
  public enum Mode {
    /** The server decided while the customer waited. */
    ONLINE,
    /** The device held the lease: certain without the server. */
    LEASED,
    /** Known as redeemable to the device, inside its risk budget; the server decides later. */
    PROVISIONAL
  }
}

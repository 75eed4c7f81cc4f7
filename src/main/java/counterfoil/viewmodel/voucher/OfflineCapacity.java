package counterfoil.viewmodel.voucher;

import counterfoil.viewmodel.Wording;

/**
 * How much this device may still serve without the network.
 *
 * @param itemsLeft provisional redemptions it may still make
 * @param until when it stops, in words
 * @param usedFen value already at risk
 * @param limitFen value that may be at risk
 */
public record OfflineCapacity(long itemsLeft, Wording until, long usedFen, long limitFen) {
  /** The used part, 0 to 1. */
  public double used() {
    return limitFen == 0 ? 0 : (double) usedFen / (double) limitFen;
  }
}

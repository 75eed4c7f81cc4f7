package counterfoil.domain.voucher;

/** What the seller has said of a voucher, apart from its worth and its days. */
public enum Standing {
  /** Nothing stands against redeeming it. */
  ACTIVE,
  /** Stopped by the seller until thawed. */
  FROZEN,
  /** The buyer got the money back (VO-5); for good. */
  REFUNDED
}

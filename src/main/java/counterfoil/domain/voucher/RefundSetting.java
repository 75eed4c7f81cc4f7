package counterfoil.domain.voucher;

/** What a good's seller promised about refunds of its vouchers (VO-6). */
public sealed interface RefundSetting {

  /** (a) Refundable always. */
  record Always() implements RefundSetting {}

  /**
   * (b) Refundable until some days before the voucher expires.
   *
   * @param days whole local days before the last day of validity, 0 or more; 0 is the last day
   *     itself
   */
  record UntilBeforeExpiry(int days) implements RefundSetting {
    /** Rejects a deadline after the end. */
    public UntilBeforeExpiry {
      if (days < 0) {
        throw new IllegalArgumentException("days " + days);
      }
    }
  }

  /** (c) Not refundable. */
  record Never() implements RefundSetting {}
}

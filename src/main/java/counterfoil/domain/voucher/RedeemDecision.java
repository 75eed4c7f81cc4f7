package counterfoil.domain.voucher;

/** What became of a request to redeem. */
public sealed interface RedeemDecision {

  /**
   * Redeemed.
   *
   * @param after the voucher as it is now
   * @param redemption the redemption that was made
   */
  record Applied(Voucher after, Redemption redemption) implements RedeemDecision {}

  /**
   * Not redeemed; nothing changed.
   *
   * @param refusal why
   */
  record Refused(VoucherRefusal refusal) implements RedeemDecision {}

  /**
   * The request does not fit this kind of voucher (uses asked of stored value, or the reverse, or
   * another currency): not a matter for the customer but an invalid command.
   */
  record Unfit() implements RedeemDecision {}
}

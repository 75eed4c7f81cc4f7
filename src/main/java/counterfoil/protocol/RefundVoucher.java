package counterfoil.protocol;

import counterfoil.domain.rights.CommandType;
import counterfoil.domain.voucher.Refunding;
import org.jspecify.annotations.Nullable;

/**
 * {@code voucher.refund}: the supplier refunds the target voucher (VO-5 … VO-7).
 *
 * @param wish on whose wish
 * @param reason why, at most 500 characters
 */
public record RefundVoucher(Refunding.Wish wish, @Nullable String reason) implements Payload {

  static RefundVoucher read(Members in) throws InvalidContent {
    return new RefundVoucher(
        in.word("wish", Words.of(Refunding.Wish.class)), in.textOrNull("reason", 500));
  }

  Json json() {
    return Json.object().put("wish", Words.wire(wish)).put("reason", reason);
  }

  @Override
  public CommandType type() {
    return CommandType.VOUCHER_REFUND;
  }
}

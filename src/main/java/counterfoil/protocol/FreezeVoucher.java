package counterfoil.protocol;

import counterfoil.domain.rights.CommandType;
import org.jspecify.annotations.Nullable;

/**
 * {@code voucher.freeze}: stops the target voucher, or lets it go again.
 *
 * @param frozen false to thaw
 * @param reason why, at most 500 characters
 */
public record FreezeVoucher(boolean frozen, @Nullable String reason) implements Payload {

  static FreezeVoucher read(Members in) throws InvalidContent {
    return new FreezeVoucher(in.flagOr("frozen", true), in.textOrNull("reason", 500));
  }

  Json json() {
    return Json.object().put("frozen", frozen).put("reason", reason);
  }

  @Override
  public CommandType type() {
    return CommandType.VOUCHER_FREEZE;
  }
}

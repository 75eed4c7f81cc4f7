package counterfoil.protocol;

import counterfoil.domain.rights.CommandType;
import org.jspecify.annotations.Nullable;

/**
 * {@code voucher.undo_redemption}; the command's target is the voucher, or null where the client
 * never learned which voucher a code was.
 *
 * @param redemption id of the redemption, which is the id of the command that made it
 * @param reason why, at most 500 characters
 */
public record UndoRedemption(String redemption, @Nullable String reason) implements Payload {

  static UndoRedemption read(Members in) throws InvalidContent {
    return new UndoRedemption(in.id("redemption"), in.textOrNull("reason", 500));
  }

  Json json() {
    return Json.object().put("redemption", redemption).put("reason", reason);
  }

  @Override
  public CommandType type() {
    return CommandType.VOUCHER_UNDO_REDEMPTION;
  }
}

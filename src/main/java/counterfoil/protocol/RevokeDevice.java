package counterfoil.protocol;

import counterfoil.domain.rights.CommandType;
import org.jspecify.annotations.Nullable;

/**
 * {@code device.revoke}: shuts the target device out for good.
 *
 * @param reason why, at most 500 characters
 */
public record RevokeDevice(@Nullable String reason) implements Payload {

  static RevokeDevice read(Members in) throws InvalidContent {
    return new RevokeDevice(in.textOrNull("reason", 500));
  }

  Json json() {
    return Json.object().put("reason", reason);
  }

  @Override
  public CommandType type() {
    return CommandType.DEVICE_REVOKE;
  }
}

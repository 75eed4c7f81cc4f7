package counterfoil.protocol;

import counterfoil.domain.rights.CommandType;
import org.jspecify.annotations.Nullable;

/**
 * {@code user.deactivate} and {@code user.reactivate}: shuts the target user out, or lets them in
 * again.
 *
 * @param active whether the user may sign in from now on
 * @param reason why, at most 500 characters
 */
public record SwitchUser(boolean active, @Nullable String reason) implements Payload {

  static SwitchUser read(Members in, boolean active) throws InvalidContent {
    return new SwitchUser(active, in.textOrNull("reason", 500));
  }

  Json json() {
    return Json.object().put("reason", reason);
  }

  @Override
  public CommandType type() {
    return active ? CommandType.USER_REACTIVATE : CommandType.USER_DEACTIVATE;
  }
}

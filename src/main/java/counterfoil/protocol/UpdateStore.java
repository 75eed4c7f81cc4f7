package counterfoil.protocol;

import counterfoil.domain.rights.CommandType;
import org.jspecify.annotations.Nullable;

/**
 * {@code store.update}: what the target store is from now on, whole.
 *
 * @param name its name
 * @param address where it is
 * @param open whether it takes vouchers
 */
public record UpdateStore(String name, @Nullable String address, boolean open) implements Payload {

  static UpdateStore read(Members in) throws InvalidContent {
    return new UpdateStore(
        in.text("name", 100), in.textOrNull("address", 200), in.flagOr("open", true));
  }

  Json json() {
    return Json.object().put("name", name).put("address", address).put("open", open);
  }

  @Override
  public CommandType type() {
    return CommandType.STORE_UPDATE;
  }
}

package counterfoil.protocol;

import counterfoil.domain.rights.CommandType;
import org.jspecify.annotations.Nullable;

/**
 * {@code store.create}: adds a store; the command's target is the new store's id.
 *
 * @param party the supplier or sub-merchant it belongs to
 * @param name its name
 * @param address where it is
 */
public record CreateStore(String party, String name, @Nullable String address) implements Payload {

  static CreateStore read(Members in) throws InvalidContent {
    return new CreateStore(in.id("party"), in.text("name", 100), in.textOrNull("address", 200));
  }

  Json json() {
    return Json.object().put("party", party).put("name", name).put("address", address);
  }

  @Override
  public CommandType type() {
    return CommandType.STORE_CREATE;
  }
}

package counterfoil.protocol;

import counterfoil.domain.rights.CommandType;

/**
 * {@code device.rename}.
 *
 * @param name the target device's name from now on
 */
public record RenameDevice(String name) implements Payload {

  static RenameDevice read(Members in) throws InvalidContent {
    return new RenameDevice(in.text("name", 100));
  }

  Json json() {
    return Json.object().put("name", name);
  }

  @Override
  public CommandType type() {
    return CommandType.DEVICE_RENAME;
  }
}

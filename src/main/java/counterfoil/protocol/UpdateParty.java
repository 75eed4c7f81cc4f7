package counterfoil.protocol;

import counterfoil.domain.rights.CommandType;

/**
 * {@code party.update}: what the target party is from now on, whole.
 *
 * @param name its name
 */
public record UpdateParty(String name) implements Payload {

  static UpdateParty read(Members in) throws InvalidContent {
    return new UpdateParty(in.text("name", 100));
  }

  Json json() {
    return Json.object().put("name", name);
  }

  @Override
  public CommandType type() {
    return CommandType.PARTY_UPDATE;
  }
}

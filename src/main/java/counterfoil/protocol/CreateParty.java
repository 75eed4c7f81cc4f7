package counterfoil.protocol;

import counterfoil.domain.rights.CommandType;
import counterfoil.domain.rights.PartyKind;

/**
 * {@code party.create}: adds a party; the command's target is the new party's id.
 *
 * @param kind what it is in the tenant
 * @param name its name
 */
public record CreateParty(PartyKind kind, String name) implements Payload {

  static CreateParty read(Members in) throws InvalidContent {
    return new CreateParty(in.word("kind", Words.of(PartyKind.class)), in.text("name", 100));
  }

  Json json() {
    return Json.object().put("kind", Words.wire(kind)).put("name", name);
  }

  @Override
  public CommandType type() {
    return CommandType.PARTY_CREATE;
  }
}

package counterfoil.protocol;

import counterfoil.domain.rights.Collection;
import counterfoil.domain.rights.PartyKind;

/**
 * A party of the tenant.
 *
 * @param kind what it is
 * @param name its name
 */
public record PartyRow(PartyKind kind, String name) implements FeedRow {

  static PartyRow read(Members in) throws InvalidContent {
    return new PartyRow(in.word("kind", Words.of(PartyKind.class)), in.text("name", 100));
  }

  Json json() {
    return Json.object().put("kind", Words.wire(kind)).put("name", name);
  }

  @Override
  public Collection collection() {
    return Collection.PARTIES;
  }
}

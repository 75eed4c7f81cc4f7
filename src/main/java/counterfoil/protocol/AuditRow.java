package counterfoil.protocol;

import counterfoil.domain.rights.Collection;

/**
 * The head of the tenant's audit chain, which clients witness.
 *
 * @param length entries in the chain
 * @param head hash of the last entry, 32 bytes
 */
public record AuditRow(long length, Bytes head) implements FeedRow {

  static AuditRow read(Members in) throws InvalidContent {
    return new AuditRow(in.integer("length", 0, Members.MOST_INTEGER), in.hash("head"));
  }

  Json json() {
    return Json.object().put("length", length).put("head", head.hex());
  }

  @Override
  public Collection collection() {
    return Collection.AUDIT;
  }
}

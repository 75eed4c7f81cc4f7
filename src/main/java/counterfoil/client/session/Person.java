package counterfoil.client.session;

import counterfoil.domain.rights.Actor;
import counterfoil.protocol.SessionGrant;
import java.time.Instant;

/**
 * Who works at this device.
 *
 * @param grant what the server granted at the last online sign-in
 * @param lastOnline when that was, in server time
 * @param online whether this sign-in was with the server
 * @param readOnly true when the last online sign-in is so long ago that only reading is allowed
 */
public record Person(SessionGrant grant, Instant lastOnline, boolean online, boolean readOnly) {

  /** The user as far as rights are concerned. */
  public Actor actor() {
    return grant.actor();
  }

  /** Only the id. */
  @Override
  public String toString() {
    return "Person[" + grant.user().id() + ", online=" + online + ", readOnly=" + readOnly + "]";
  }
}

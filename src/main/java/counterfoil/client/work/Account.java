package counterfoil.client.work;

import counterfoil.domain.rights.Actor;
import java.util.Map;

/**
 * Who is signed in. Its text shows no name.
 *
 * @param actor id, party, roles and stores
 * @param name the person's name
 * @param tenant name of the business; empty when it was never pulled
 * @param stores names of the stores that the person works in, by id
 * @param device id of this device
 * @param deviceName what people call this device
 * @param online whether the server signed the person in, or this device alone
 * @param readOnly whether the last online sign-in is so long ago that one may only read
 */
public record Account(
    Actor actor,
    String name,
    String tenant,
    Map<String, String> stores,
    String device,
    String deviceName,
    boolean online,
    boolean readOnly) {
  /** Copies the map. */
  public Account {
    stores = Map.copyOf(stores);
  }

  @Override
  public String toString() {
    return "Account[" + actor.user() + "]";
  }
}

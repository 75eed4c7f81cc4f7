package counterfoil.domain.rights;

import java.util.Set;

/**
 * A user as far as rights are concerned.
 *
 * @param user user id
 * @param party the one party the user belongs to
 * @param partyKind what that party is
 * @param roles the user's roles in that party
 * @param stores the stores the counter roles are limited to
 */
public record Actor(
    String user, String party, PartyKind partyKind, Set<Role> roles, Set<String> stores) {

  /** Copies the sets. */
  public Actor {
    roles = Set.copyOf(roles);
    stores = Set.copyOf(stores);
  }
}

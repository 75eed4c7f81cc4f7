package counterfoil.domain.rights;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a command touches, as far as rights are concerned.
 *
 * @param party the party it belongs to, or null for what belongs to the tenant as a whole
 * @param stores the stores it touches; empty when it touches a party and no store in particular
 */
public record Subject(@Nullable String party, Set<String> stores) {

  /** Copies the set. */
  public Subject {
    stores = Set.copyOf(stores);
  }

  /** What belongs to the tenant as a whole. */
  public static Subject tenant() {
    return new Subject(null, Set.of());
  }

  /** What belongs to a party. */
  public static Subject party(String party) {
    return new Subject(party, Set.of());
  }

  /** What happens in one store of a party. */
  public static Subject store(String party, String store) {
    return new Subject(party, Set.of(store));
  }
}

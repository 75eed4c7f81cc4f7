package counterfoil.protocol;

import counterfoil.domain.rights.Collection;
import counterfoil.domain.rights.Role;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A person. Who may not administer sees name and staff number alone.
 *
 * @param name the person's name
 * @param staffNumber number on the badge
 * @param account what administrators see besides; null for others
 */
public record UserRow(String name, @Nullable String staffNumber, @Nullable Account account)
    implements FeedRow {

  static UserRow read(Members in) throws InvalidContent {
    Members account = in.objectOrNull("account");
    return new UserRow(
        in.text("name", 100),
        in.textOrNull("staff_number", 32),
        account == null ? null : Account.read(account));
  }

  Json json() {
    return Json.object()
        .put("name", name)
        .put("staff_number", staffNumber)
        .put("account", account == null ? null : account.json());
  }

  /**
   * What administrators see of a user.
   *
   * @param username what the person types to sign in
   * @param party the user's party
   * @param roles the roles of which this version knows
   * @param stores the stores that counter roles are limited to
   * @param active whether the user may sign in
   */
  public record Account(
      String username, String party, Set<Role> roles, Set<String> stores, boolean active) {
    /** Copies the sets. */
    public Account {
      roles = Set.copyOf(roles);
      stores = Set.copyOf(stores);
    }

    static Account read(Members in) throws InvalidContent {
      return new Account(
          in.text("username", 64),
          in.id("party"),
          SessionGrant.knownRoles(in),
          Set.copyOf(in.ids("stores", CreateUser.MOST_STORES)),
          in.flag("active"));
    }

    Json json() {
      return Json.object()
          .put("username", username)
          .put("party", party)
          .texts("roles", roles.stream().sorted().map(Role::wire).toList())
          .texts("stores", stores.stream().sorted().toList())
          .put("active", active);
    }
  }

  /** Leaves the names out. */
  @Override
  public String toString() {
    return "UserRow[not shown]";
  }

  @Override
  public Collection collection() {
    return Collection.USERS;
  }
}

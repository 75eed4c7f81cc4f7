package counterfoil.protocol;

import counterfoil.domain.rights.CommandType;
import counterfoil.domain.rights.Role;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code user.update}: what the target user is from now on, whole.
 *
 * @param name the person's name
 * @param staffNumber number on the person's badge
 * @param roles at least one
 * @param stores the stores that counter roles are limited to
 */
public record UpdateUser(
    String name, @Nullable String staffNumber, Set<Role> roles, Set<String> stores)
    implements Payload {

  /** Copies the sets. */
  public UpdateUser {
    roles = Set.copyOf(roles);
    stores = Set.copyOf(stores);
  }

  static UpdateUser read(Members in) throws InvalidContent {
    return new UpdateUser(
        in.text("name", 100),
        in.textOrNull("staff_number", 32),
        CreateUser.roles(in),
        Set.copyOf(in.ids("stores", CreateUser.MOST_STORES)));
  }

  Json json() {
    return Json.object()
        .put("name", name)
        .put("staff_number", staffNumber)
        .texts("roles", roles.stream().sorted().map(Role::wire).toList())
        .texts("stores", stores.stream().sorted().toList());
  }

  @Override
  public CommandType type() {
    return CommandType.USER_UPDATE;
  }
}

package counterfoil.protocol;

import counterfoil.domain.rights.CommandType;
import counterfoil.domain.rights.Role;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code user.create}: adds a user; the command's target is the new user's id. No password travels
 * here: an administrator fetches a reset code for the new user.
 *
 * @param username what the person types to sign in, unique in the tenant whatever the case
 * @param name the person's name
 * @param staffNumber number on the person's badge
 * @param party the one party the person belongs to
 * @param roles at least one
 * @param stores the stores that counter roles are limited to
 */
public record CreateUser(
    String username,
    String name,
    @Nullable String staffNumber,
    String party,
    Set<Role> roles,
    Set<String> stores)
    implements Payload {

  static final int MOST_STORES = 1000;

  /** Copies the sets. */
  public CreateUser {
    roles = Set.copyOf(roles);
    stores = Set.copyOf(stores);
  }

  static CreateUser read(Members in) throws InvalidContent {
    return new CreateUser(
        in.text("username", 64),
        in.text("name", 100),
        in.textOrNull("staff_number", 32),
        in.id("party"),
        roles(in),
        Set.copyOf(in.ids("stores", MOST_STORES)));
  }

  static Set<Role> roles(Members in) throws InvalidContent {
    List<Role> roles =
        in.list(
            "roles",
            Role.values().length,
            (value, at) ->
                Role.ofWire(value.asText())
                    .orElseThrow(() -> new InvalidContent(at, "is no role of this version")));
    if (roles.isEmpty()) {
      throw in.invalid("roles", "must name at least one role");
    }
    return Set.copyOf(roles);
  }

  Json json() {
    return Json.object()
        .put("username", username)
        .put("name", name)
        .put("staff_number", staffNumber)
        .put("party", party)
        .texts("roles", roles.stream().sorted().map(Role::wire).toList())
        .texts("stores", stores.stream().sorted().toList());
  }

  @Override
  public CommandType type() {
    return CommandType.USER_CREATE;
  }
}

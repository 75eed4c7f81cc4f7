package counterfoil.protocol;

import counterfoil.domain.rights.Actor;
import counterfoil.domain.rights.CommandType;
import counterfoil.domain.rights.PartyKind;
import counterfoil.domain.rights.Role;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The answer of {@code POST /v1/sessions}: all that a device needs to work for this person, the
 * code keys included, which never travel in the feed.
 *
 * @param tokens the tokens
 * @param tenant id of the tenant
 * @param user who signed in
 * @param actor the user's party, roles and stores
 * @param codeKeys keys of {@code code_hash}, the one for new codes first
 * @param serverTime the server's clock, UTC
 * @param serverVersion the server's version
 * @param commands types that the server takes; a client hides what is missing
 */
public record SessionGrant(
    TokenPair tokens,
    String tenant,
    GrantedUser user,
    Actor actor,
    List<CodeKey> codeKeys,
    Instant serverTime,
    String serverVersion,
    Set<String> commands) {

  /** The version of the contract: the path's {@code v1}. */
  public static final int API = 1;

  /** Copies the collections. */
  public SessionGrant {
    codeKeys = List.copyOf(codeKeys);
    commands = Set.copyOf(commands);
  }

  /** Types that this version takes, for {@code commands}. */
  public static Set<String> allCommands() {
    return Set.of(
        Arrays.stream(CommandType.values()).map(CommandType::wire).toArray(String[]::new));
  }

  /**
   * Who signed in.
   *
   * @param id user id
   * @param username the name that the person types
   * @param name the person's name
   * @param staffNumber number on the badge
   * @param mustChangePassword whether this session may change the password and nothing else
   */
  public record GrantedUser(
      String id,
      String username,
      String name,
      @Nullable String staffNumber,
      boolean mustChangePassword) {
    /** Leaves the names out. */
    @Override
    public String toString() {
      return "GrantedUser[" + id + "]";
    }
  }

  /**
   * A key of {@code code_hash}.
   *
   * @param id the key's name in {@code key_id}
   * @param key 32 secret bytes
   */
  public record CodeKey(String id, Bytes key) {}

  /** Reads a body. */
  public static SessionGrant read(byte[] body) throws MalformedJson, InvalidContent {
    Members in = Members.ofBody(body);
    Members user = in.object("user");
    Members scope = in.object("scope");
    String userId = user.id("id");
    return new SessionGrant(
        TokenPair.read(in),
        in.id("tenant"),
        new GrantedUser(
            userId,
            user.text("username", 64),
            user.text("name", 100),
            user.textOrNull("staff_number", 32),
            user.flagOr("password_must_change", false)),
        new Actor(
            userId,
            scope.id("party"),
            scope.word("party_kind", Words.of(PartyKind.class)),
            knownRoles(in),
            Set.copyOf(scope.ids("stores", CreateUser.MOST_STORES))),
        in.list(
            "code_keys",
            16,
            (value, at) -> {
              Members key = Members.of(value, at);
              return new CodeKey(key.text("id", 64), key.base64("key", 16, 64));
            }),
        in.time("server_time"),
        in.text("server_version", 64),
        Set.copyOf(in.texts("commands", 1000, 100)));
  }

  /** A newer server's role that this version does not know gives no right here. */
  static Set<Role> knownRoles(Members in) throws InvalidContent {
    return Set.copyOf(
        in.texts("roles", 100, 64).stream().flatMap(role -> Role.ofWire(role).stream()).toList());
  }

  /** The body. */
  public byte[] bytes() {
    return tokens
        .json()
        .put("tenant", tenant)
        .put(
            "user",
            Json.object()
                .put("id", user.id())
                .put("username", user.username())
                .put("name", user.name())
                .put("staff_number", user.staffNumber())
                .put("password_must_change", user.mustChangePassword()))
        .texts("roles", actor.roles().stream().sorted().map(Role::wire).toList())
        .put(
            "scope",
            Json.object()
                .put("party", actor.party())
                .put("party_kind", Words.wire(actor.partyKind()))
                .texts("stores", actor.stores().stream().sorted().toList()))
        .objects(
            "code_keys",
            codeKeys.stream()
                .map(key -> Json.object().put("id", key.id()).put("key", key.key().base64Url()))
                .toList())
        .put("server_time", serverTime)
        .put("server_version", serverVersion)
        .put("api", Json.object().put("min", API).put("max", API))
        .texts("commands", commands.stream().sorted().toList())
        .bytes();
  }
}

package counterfoil.server.store;

import counterfoil.domain.rights.Role;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Users with their roles and stores. What names a person is sealed. */
public final class PeopleTable {
  private static final String COLUMNS =
      "id, party, username_mac, sealed, password_hash, reset_hash, reset_until, must_change,"
          + " active, version";
  private static final String SELECT = "SELECT " + COLUMNS + " FROM app_user WHERE tenant_id = ?";

  private final Sql sql;
  private final ServerKey key;
  private final String tenant;
  private final Map<String, Person> seen = new LinkedHashMap<>();

  PeopleTable(Sql sql, ServerKey key, String tenant) {
    this.sql = sql;
    this.key = key;
    this.tenant = tenant;
  }

  /**
   * A user.
   *
   * @param id user id
   * @param party the one party
   * @param usernameMac keyed hash of the name for signing in
   * @param names sealed as one text by this table: what the caller makes of the person's names
   * @param passwordHash Argon2id, encoded; null until a first password was set
   * @param resetHash Argon2id of a reset code
   * @param resetUntil how long the reset code holds
   * @param mustChange whether the password must be changed before anything else
   * @param active whether the person may sign in
   * @param roles the roles
   * @param stores the stores that counter roles are limited to
   * @param version version of the row
   */
  public record Person(
      String id,
      String party,
      String usernameMac,
      Names names,
      @Nullable String passwordHash,
      @Nullable String resetHash,
      @Nullable Instant resetUntil,
      boolean mustChange,
      boolean active,
      Set<Role> roles,
      Set<String> stores,
      long version) {

    /** Copies the sets. */
    public Person {
      roles = Set.copyOf(roles);
      stores = Set.copyOf(stores);
    }

    /** Leaves the hashes of password and reset code out. */
    @Override
    public String toString() {
      return "Person[" + id + "]";
    }
  }

  /**
   * What names a person; its text shows nothing.
   *
   * @param username what the person types to sign in
   * @param name the person's name
   * @param staffNumber number on the badge
   */
  public record Names(String username, String name, @Nullable String staffNumber) {
    private static final String SEPARATOR = "\u001f";

    String text() {
      return String.join(SEPARATOR, username, name, staffNumber == null ? "" : staffNumber);
    }

    static Names of(String text) {
      String[] parts = text.split(SEPARATOR, -1);
      return new Names(parts[0], parts[1], parts[2].isEmpty() ? null : parts[2]);
    }

    @Override
    public String toString() {
      return "Names[not shown]";
    }
  }

  /** The user with an id, or null. */
  public @Nullable Person byId(String id) {
    Person known = seen.get(id);
    if (known == null) {
      known = sql.one(SELECT + " AND id = ?", this::row, tenant, id);
      if (known != null) {
        seen.put(id, known);
      }
    }
    return known;
  }

  /** The user with a keyed hash of the user name, or null. */
  public @Nullable Person byUsername(String usernameMac) {
    return sql.one(SELECT + " AND username_mac = ?", this::row, tenant, usernameMac);
  }

  /** Every user. */
  public List<Person> all() {
    return sql.list(SELECT + " ORDER BY id", this::row, tenant);
  }

  /** How many active users of a party hold a role. */
  public long activeWith(Role role, String party) {
    return sql.number(
        "SELECT COUNT(*) FROM app_user u JOIN user_role r ON r.tenant_id = u.tenant_id AND"
            + " r.user_id = u.id WHERE u.tenant_id = ? AND u.party = ? AND u.active = 1 AND"
            + " r.role = ?",
        tenant,
        party,
        role.wire());
  }

  /** Writes a user whole. */
  public void put(Person person) {
    sql.run(
        "INSERT INTO app_user (tenant_id, "
            + COLUMNS
            + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (tenant_id, id) DO UPDATE"
            + " SET sealed = excluded.sealed, password_hash = excluded.password_hash, reset_hash ="
            + " excluded.reset_hash, reset_until = excluded.reset_until, must_change ="
            + " excluded.must_change, active = excluded.active, version = excluded.version",
        tenant,
        person.id(),
        person.party(),
        person.usernameMac(),
        key.seal("app_user", person.id(), person.version(), person.names().text()),
        person.passwordHash(),
        person.resetHash(),
        person.resetUntil(),
        person.mustChange(),
        person.active(),
        person.version());
    sql.run("DELETE FROM user_role WHERE tenant_id = ? AND user_id = ?", tenant, person.id());
    for (Role role : person.roles()) {
      sql.run(
          "INSERT INTO user_role (tenant_id, user_id, role) VALUES (?, ?, ?)",
          tenant,
          person.id(),
          role.wire());
    }
    sql.run("DELETE FROM user_store WHERE tenant_id = ? AND user_id = ?", tenant, person.id());
    for (String store : person.stores()) {
      sql.run(
          "INSERT INTO user_store (tenant_id, user_id, store_id) VALUES (?, ?, ?)",
          tenant,
          person.id(),
          store);
    }
    seen.put(person.id(), person);
  }

  private Person row(Sql.Row row) throws SQLException {
    String id = row.text(1);
    long version = row.number(10);
    return new Person(
        id,
        row.text(2),
        row.text(3),
        Names.of(key.open("app_user", id, version, row.text(4))),
        row.textOrNull(5),
        row.textOrNull(6),
        row.timeOrNull(7),
        row.flag(8),
        row.flag(9),
        roles(id),
        Set.copyOf(
            sql.list(
                "SELECT store_id FROM user_store WHERE tenant_id = ? AND user_id = ?",
                each -> each.text(1),
                tenant,
                id)),
        version);
  }

  private Set<Role> roles(String id) {
    Set<Role> roles = new HashSet<>();
    for (String wire :
        sql.list(
            "SELECT role FROM user_role WHERE tenant_id = ? AND user_id = ?",
            each -> each.text(1),
            tenant,
            id)) {
      Role.ofWire(wire).ifPresent(roles::add);
    }
    return roles;
  }
}

package counterfoil.server.work;

import counterfoil.domain.rights.PartyKind;
import counterfoil.domain.rights.Role;
import counterfoil.protocol.Bytes;
import counterfoil.server.store.PeopleTable.Names;
import counterfoil.server.store.PeopleTable.Person;
import counterfoil.server.store.PlacesTable.Party;
import counterfoil.server.store.Store;
import counterfoil.server.store.Tables;
import counterfoil.server.store.TenantTable;
import counterfoil.server.store.Tx;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;

/** What only the server's console does: new tenants, new epochs, a lost administrator. */
public final class Tenants {
  /** Days after the last online sign-in that one may sign in offline, until somebody sets it. */
  static final long OFFLINE_DAYS = 7;

  private final Store store;
  private final Surroundings around;

  /** The console of a store. */
  public Tenants(Store store, Surroundings around) {
    this.store = store;
    this.around = around;
  }

  /**
   * A tenant to make.
   *
   * @param name what people type at sign-in
   * @param title what people read
   * @param zone its zone (TZ-1)
   * @param admin the first administrator's user name
   * @param password the administrator's password
   */
  public record NewTenant(String name, String title, ZoneId zone, String admin, String password) {
    /** Leaves the password out. */
    @Override
    public String toString() {
      return "NewTenant[" + name + "]";
    }
  }

  /** What became of a request at the console. */
  public sealed interface Outcome {}

  /**
   * Done.
   *
   * @param tenant id of the tenant
   */
  public record Done(String tenant) implements Outcome {}

  /**
   * Not done; nothing changed.
   *
   * @param reason a sentence that says what to do
   */
  public record Refused(String reason) implements Outcome {}

  /** Makes a tenant with its operator and its first administrator. */
  public Outcome init(NewTenant request) {
    if (Passwords.isTooShort(request.password())) {
      return new Refused(
          "The password is too short. Give one of at least " + Passwords.SHORTEST + " characters.");
    }
    String hash = PasswordHash.of(request.password(), around.random());
    return store.write(
        tx -> {
          if (tx.tenantNamed(request.name()) != null) {
            return new Refused(
                "There is already a tenant named " + request.name() + ". Choose another name.");
          }
          String id = around.ids().get();
          Group group = begin(tx, id, request.name(), request.title(), request.zone(), false);
          Party operator = new Party(around.ids().get(), PartyKind.OPERATOR, request.title(), 1);
          group.tables().places().put(operator);
          group.stamp(Rows.party(operator));
          Person admin =
              person(
                  around.ids().get(),
                  operator.id(),
                  new Names(request.admin(), request.admin(), null),
                  hash,
                  Set.of(Role.ADMIN),
                  Set.of());
          put(group, admin);
          group.audit(Group.Decision.ofServer("tenant.init", around.ids().get(), id));
          group.end();
          return new Done(id);
        });
  }

  /** Adds a tenant's row and its first code key, and takes its lock. */
  Group begin(Tx tx, String id, String name, String title, ZoneId zone, boolean sample) {
    Tables tables = tx.of(id);
    Instant now = Instant.ofEpochMilli(around.clock().instant().toEpochMilli());
    tables
        .tenant()
        .insert(
            new TenantTable.TenantRow(
                name,
                title,
                zone,
                sample,
                OFFLINE_DAYS,
                around.ids().get(),
                0,
                0,
                0,
                AuditCheck.start().hex(),
                1),
            now);
    byte[] secret = new byte[32];
    around.random().nextBytes(secret);
    tables.tenant().addCodeKey(new TenantTable.CodeKey(around.ids().get(), Bytes.of(secret)), now);
    Group group = Group.begin(tx, id, around);
    group.stamp(Rows.tenant(id, group.row()));
    return group;
  }

  /** A user with a password. */
  Person person(
      String id, String party, Names names, String hash, Set<Role> roles, Set<String> stores) {
    return new Person(
        id,
        party,
        Sessions.usernameMac(store.key(), names.username()),
        names,
        hash,
        null,
        null,
        false,
        true,
        roles,
        stores,
        1);
  }

  static void put(Group group, Person person) {
    group.tables().people().put(person);
    group.stamp(Rows.user(person));
  }

  /** Begins a new epoch in every tenant, so that every cursor and client notices. */
  public int newEpoch() {
    return store.write(
        tx -> {
          for (String tenant : tx.tenants()) {
            Group group = Group.begin(tx, tenant, around);
            group.tables().tenant().epoch(around.ids().get());
            group.audit(Group.Decision.ofServer("tenant.epoch", around.ids().get(), tenant));
            group.end();
          }
          return tx.tenants().size();
        });
  }

  /**
   * Gives an administrator of a tenant another password, which must be changed at the next sign-in,
   * and signs the administrator out everywhere.
   */
  public Outcome resetAdmin(String tenantName, String username, String password) {
    if (Passwords.isTooShort(password)) {
      return new Refused(
          "The password is too short. Give one of at least " + Passwords.SHORTEST + " characters.");
    }
    String hash = PasswordHash.of(password, around.random());
    return store.write(
        tx -> {
          String tenant = tx.tenantNamed(tenantName);
          if (tenant == null) {
            return new Refused("There is no tenant named " + tenantName + ".");
          }
          Group group = Group.begin(tx, tenant, around);
          Person person =
              group.tables().people().byUsername(Sessions.usernameMac(store.key(), username));
          if (person == null || !person.roles().contains(Role.ADMIN) || !person.active()) {
            return new Refused("There is no active administrator with this user name.");
          }
          group.tables().people().put(Passwords.with(person, hash, null, null, true));
          group.tables().sessions().revokeOthers(person.id(), "", group.now());
          group.audit(Group.Decision.ofServer("user.reset_admin", around.ids().get(), person.id()));
          group.end();
          return new Done(tenant);
        });
  }
}

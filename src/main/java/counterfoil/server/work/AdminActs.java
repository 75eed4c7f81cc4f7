package counterfoil.server.work;

import counterfoil.domain.rights.CommandType;
import counterfoil.domain.rights.PartyKind;
import counterfoil.domain.rights.Rights;
import counterfoil.domain.rights.Role;
import counterfoil.domain.rights.Subject;
import counterfoil.domain.voucher.RiskBudget;
import counterfoil.protocol.CreateParty;
import counterfoil.protocol.CreateStore;
import counterfoil.protocol.CreateUser;
import counterfoil.protocol.Problem;
import counterfoil.protocol.ProblemCode;
import counterfoil.protocol.RenameDevice;
import counterfoil.protocol.SetRisk;
import counterfoil.protocol.SwitchUser;
import counterfoil.protocol.UpdateParty;
import counterfoil.protocol.UpdateStore;
import counterfoil.protocol.UpdateUser;
import counterfoil.server.store.CaseTable;
import counterfoil.server.store.DeviceTable.Device;
import counterfoil.server.store.FeedTable;
import counterfoil.server.store.PeopleTable.Names;
import counterfoil.server.store.PeopleTable.Person;
import counterfoil.server.store.PlacesTable.Party;
import counterfoil.server.store.PlacesTable.Shop;
import counterfoil.server.store.ServerKey;
import counterfoil.server.store.Tables;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Acts on users, stores, parties, devices and risk. */
final class AdminActs {
  private final Group group;
  private final Tables tables;
  private final ServerKey key;

  AdminActs(Group group, ServerKey key) {
    this.group = group;
    this.tables = group.tables();
    this.key = key;
  }

  Act.Verdict create(Act act, CreateUser create) {
    String id = target(act);
    if (!may(act, Subject.party(create.party()))) {
      return Act.Refused.of(id, ProblemCode.FORBIDDEN);
    }
    if (tables.people().byId(id) != null) {
      return Act.Refused.invalid(id, "there is already a user with this id");
    }
    String mac = Sessions.usernameMac(key, create.username());
    if (tables.people().byUsername(mac) != null) {
      return Act.Refused.of(id, ProblemCode.NAME_TAKEN);
    }
    String unfit = unfit(create.party(), create.roles(), create.stores());
    if (unfit != null) {
      return Act.Refused.invalid(id, unfit);
    }
    Person person =
        new Person(
            id,
            create.party(),
            mac,
            new Names(create.username(), create.name(), create.staffNumber()),
            null,
            null,
            null,
            true,
            true,
            create.roles(),
            create.stores(),
            1);
    return put(null, person);
  }

  Act.Verdict update(Act act, UpdateUser update) {
    Person person = tables.people().byId(target(act));
    if (person == null) {
      return Act.Refused.of(target(act), ProblemCode.NOT_FOUND);
    }
    if (!may(act, Subject.party(person.party()))) {
      return Act.Refused.of(person.id(), ProblemCode.FORBIDDEN);
    }
    String unfit = unfit(person.party(), update.roles(), update.stores());
    if (unfit != null) {
      return Act.Refused.invalid(person.id(), unfit);
    }
    if (!update.roles().contains(Role.ADMIN) && lastAdmin(person)) {
      return Act.Refused.of(person.id(), ProblemCode.LAST_ADMIN);
    }
    return put(
        person,
        new Person(
            person.id(),
            person.party(),
            person.usernameMac(),
            new Names(person.names().username(), update.name(), update.staffNumber()),
            person.passwordHash(),
            person.resetHash(),
            person.resetUntil(),
            person.mustChange(),
            person.active(),
            update.roles(),
            update.stores(),
            person.version() + 1));
  }

  Act.Verdict turn(Act act, SwitchUser turn) {
    Person person = tables.people().byId(target(act));
    if (person == null) {
      return Act.Refused.of(target(act), ProblemCode.NOT_FOUND);
    }
    if (!may(act, Subject.party(person.party()))) {
      return Act.Refused.of(person.id(), ProblemCode.FORBIDDEN);
    }
    if (!turn.active() && lastAdmin(person)) {
      return Act.Refused.of(person.id(), ProblemCode.LAST_ADMIN);
    }
    if (!turn.active()) {
      tables.sessions().revokeOthers(person.id(), "", group.now());
    }
    return put(
        person,
        new Person(
            person.id(),
            person.party(),
            person.usernameMac(),
            person.names(),
            person.passwordHash(),
            person.resetHash(),
            person.resetUntil(),
            person.mustChange(),
            turn.active(),
            person.roles(),
            person.stores(),
            person.version() + 1));
  }

  Act.Verdict create(Act act, CreateStore create) {
    String id = target(act);
    if (!may(act, Subject.party(create.party()))) {
      return Act.Refused.of(id, ProblemCode.FORBIDDEN);
    }
    Party party = tables.places().party(create.party());
    if (party == null || !sells(party.kind())) {
      return Act.Refused.invalid(id, "a store belongs to a supplier or a sub-merchant");
    }
    if (tables.places().shop(id) != null) {
      return Act.Refused.invalid(id, "there is already a store with this id");
    }
    return put(null, new Shop(id, create.party(), create.name(), create.address(), true, 1));
  }

  Act.Verdict update(Act act, UpdateStore update) {
    Shop shop = tables.places().shop(target(act));
    if (shop == null) {
      return Act.Refused.of(target(act), ProblemCode.NOT_FOUND);
    }
    if (!may(act, Subject.party(shop.party()))) {
      return Act.Refused.of(shop.id(), ProblemCode.FORBIDDEN);
    }
    return put(
        shop,
        new Shop(
            shop.id(),
            shop.party(),
            update.name(),
            update.address(),
            update.open(),
            shop.version() + 1));
  }

  Act.Verdict create(Act act, CreateParty create) {
    String id = target(act);
    if (!may(act, Subject.tenant())) {
      return Act.Refused.of(id, ProblemCode.FORBIDDEN);
    }
    if (create.kind() == PartyKind.OPERATOR) {
      return Act.Refused.invalid(id, "a tenant has one operator");
    }
    if (tables.places().party(id) != null) {
      return Act.Refused.invalid(id, "there is already a party with this id");
    }
    return put(null, new Party(id, create.kind(), create.name(), 1));
  }

  Act.Verdict update(Act act, UpdateParty update) {
    Party party = tables.places().party(target(act));
    if (party == null) {
      return Act.Refused.of(target(act), ProblemCode.NOT_FOUND);
    }
    if (!may(act, Subject.party(party.id()))) {
      return Act.Refused.of(party.id(), ProblemCode.FORBIDDEN);
    }
    return put(party, new Party(party.id(), party.kind(), update.name(), party.version() + 1));
  }

  Act.Verdict rename(Act act, RenameDevice rename) {
    Device device = tables.devices().byId(target(act));
    return changed(act, device, rename.name(), device == null ? null : device.blocked());
  }

  Act.Verdict revoke(Act act) {
    Device device = tables.devices().byId(target(act));
    return changed(act, device, device == null ? "" : device.name(), Rows.REVOKED);
  }

  private Act.Verdict changed(
      Act act, @Nullable Device device, String name, @Nullable String blocked) {
    if (device == null) {
      return Act.Refused.of(target(act), ProblemCode.NOT_FOUND);
    }
    if (!may(act, new Subject(device.party(), device.stores()))) {
      return Act.Refused.of(device.id(), ProblemCode.FORBIDDEN);
    }
    Device next =
        new Device(
            device.id(),
            name,
            device.key(),
            device.party(),
            device.stores(),
            device.headSeq(),
            device.headHash(),
            blocked,
            device.enrolledAt(),
            device.lastSeen(),
            device.version() + 1);
    tables.devices().put(next);
    return stamped(Rows.device(device).data(), Rows.device(next));
  }

  Act.Verdict risk(Act act, SetRisk set) {
    String target = act.command().target();
    String subject = target == null ? group.tenant() : target;
    CaseTable.Risk old = tables.cases().risk(subject);
    CaseTable.Risk next =
        new CaseTable.Risk(subject, set.budget(), old == null ? 1 : old.version() + 1);
    if (subject.equals(group.tenant())) {
      if (!may(act, Subject.tenant())) {
        return Act.Refused.of(null, ProblemCode.FORBIDDEN);
      }
      tables.cases().put(next);
      for (Device device : tables.devices().all()) {
        stampRisk(group, device);
      }
      return stamped(null, Rows.risk(subject, next.budget(), next.version()));
    }
    Device device = tables.devices().byId(subject);
    if (device == null) {
      return Act.Refused.of(target, ProblemCode.NOT_FOUND);
    }
    if (!may(act, new Subject(device.party(), device.stores()))) {
      return Act.Refused.of(target, ProblemCode.FORBIDDEN);
    }
    tables.cases().put(next);
    return stamped(null, Rows.risk(device, next.budget(), next.version()));
  }

  /** Puts what holds for a device into the feed: its own limits, else the tenant's, else usual. */
  static void stampRisk(Group group, Device device) {
    CaseTable.Risk own = group.tables().cases().risk(device.id());
    CaseTable.Risk all = group.tables().cases().risk(group.tenant());
    RiskBudget budget =
        own != null ? own.budget() : all != null ? all.budget() : RiskBudget.usual();
    long version = own != null ? own.version() : all != null ? all.version() : 0;
    group.stamp(Rows.risk(device, budget, version));
  }

  private Act.Applied put(@Nullable Person before, Person after) {
    tables.people().put(after);
    return stamped(before == null ? null : Rows.user(before).full(), Rows.user(after));
  }

  private Act.Applied put(@Nullable Shop before, Shop after) {
    tables.places().put(after);
    return stamped(before == null ? null : Rows.shop(before).data(), Rows.shop(after));
  }

  private Act.Applied put(@Nullable Party before, Party after) {
    tables.places().put(after);
    return stamped(before == null ? null : Rows.party(before).data(), Rows.party(after));
  }

  private Act.Applied stamped(@Nullable String before, FeedTable.Entry after) {
    group.stamp(after);
    String text = after.full() == null ? after.data() : after.full();
    return Act.Applied.of(after.id(), after.version(), Group.hash(before), Group.hash(text));
  }

  private boolean lastAdmin(Person person) {
    return person.active()
        && person.roles().contains(Role.ADMIN)
        && group.kind(person.party()) == PartyKind.OPERATOR
        && tables.people().activeWith(Role.ADMIN, person.party()) <= 1;
  }

  private @Nullable String unfit(String party, Set<Role> roles, Set<String> stores) {
    if (tables.places().party(party) == null) {
      return "there is no such party";
    }
    if (!Rights.assignable(group.kind(party)).containsAll(roles)) {
      return "a role does not fit the party";
    }
    for (String store : stores) {
      Shop shop = tables.places().shop(store);
      if (shop == null || !shop.party().equals(party)) {
        return "a store is not the party's";
      }
    }
    return null;
  }

  private static boolean sells(PartyKind kind) {
    return switch (kind) {
      case SUPPLIER, SUB_MERCHANT -> true;
      case OPERATOR, DISTRIBUTOR -> false;
    };
  }

  private static boolean may(Act act, Subject subject) {
    CommandType type = act.command().type();
    return Rights.mayCommand(act.actor(), type, subject);
  }

  private static String target(Act act) {
    String target = act.command().target();
    if (target == null) {
      throw new IllegalStateException("a command without its target");
    }
    return target;
  }

  /** The version of a command's target now, or null where it has none. */
  @Nullable Long version(CommandType type, String target) {
    return switch (type) {
      case VOUCHER_FREEZE, VOUCHER_REFUND -> {
        var row = tables.vouchers().byId(target);
        yield row == null ? null : row.version();
      }
      case USER_UPDATE, USER_DEACTIVATE, USER_REACTIVATE -> {
        Person person = tables.people().byId(target);
        yield person == null ? null : person.version();
      }
      case STORE_UPDATE -> {
        Shop shop = tables.places().shop(target);
        yield shop == null ? null : shop.version();
      }
      case PARTY_UPDATE -> {
        Party party = tables.places().party(target);
        yield party == null ? null : party.version();
      }
      case DEVICE_RENAME, DEVICE_REVOKE -> {
        Device device = tables.devices().byId(target);
        yield device == null ? null : device.version();
      }
      case RISK_SET -> {
        CaseTable.Risk risk = tables.cases().risk(target);
        yield risk == null ? null : risk.version();
      }
      case VOUCHER_ISSUE,
          VOUCHER_REDEEM,
          VOUCHER_UNDO_REDEMPTION,
          VOUCHER_NOTE_REFUSAL,
          USER_CREATE,
          STORE_CREATE,
          PARTY_CREATE ->
          null;
    };
  }

  /** The problem of a command made for another version. */
  static Problem stale(long version) {
    return Problem.of(ProblemCode.VERSION_STALE).with("version", version);
  }
}

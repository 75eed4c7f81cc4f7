package counterfoil.domain.rights;

import static counterfoil.domain.rights.PartyKind.DISTRIBUTOR;
import static counterfoil.domain.rights.PartyKind.OPERATOR;
import static counterfoil.domain.rights.PartyKind.SUB_MERCHANT;
import static counterfoil.domain.rights.PartyKind.SUPPLIER;
import static counterfoil.domain.rights.Role.ADMIN;
import static counterfoil.domain.rights.Role.APPLICANT;
import static counterfoil.domain.rights.Role.APPROVER;
import static counterfoil.domain.rights.Role.COUNTER;
import static counterfoil.domain.rights.Role.GRADER;
import static counterfoil.domain.rights.Role.PAYER;
import static counterfoil.domain.rights.Role.REVIEWER;
import static counterfoil.domain.rights.Role.SUPERVISOR;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The one table of who may do and see what: role × kind of party × command or collection → reach.
 * What no row grants is refused. A distributor has no row for redeeming, whatever roles its people
 * were given (VO-2).
 */
public final class Rights {

  private static final Set<Role> EVERY_ROLE = Set.of(Role.values());
  private static final Set<PartyKind> EVERY_KIND = Set.of(PartyKind.values());

  /** The parties that own stores, and so have counters. */
  private static final Set<PartyKind> SELLERS = Set.of(SUPPLIER, SUB_MERCHANT);

  private static final Set<PartyKind> OUTSIDERS = Set.of(SUPPLIER, DISTRIBUTOR, SUB_MERCHANT);

  private static final Set<Role> AT_COUNTERS = Set.of(COUNTER, SUPERVISOR);

  private static final List<MayDo> COMMANDS =
      List.of(
          new MayDo(Set.of(OPERATOR), Set.of(ADMIN), Reach.TENANT, administered()),
          new MayDo(
              SELLERS,
              Set.of(ADMIN),
              Reach.OWN_PARTY,
              Set.of(
                  CommandType.VOUCHER_ISSUE,
                  CommandType.VOUCHER_FREEZE,
                  CommandType.VOUCHER_REFUND,
                  CommandType.STORE_CREATE,
                  CommandType.STORE_UPDATE,
                  CommandType.RISK_SET,
                  CommandType.DEVICE_RENAME,
                  CommandType.DEVICE_REVOKE)),
          new MayDo(
              OUTSIDERS,
              Set.of(ADMIN),
              Reach.OWN_PARTY,
              Set.of(
                  CommandType.USER_CREATE,
                  CommandType.USER_UPDATE,
                  CommandType.USER_DEACTIVATE,
                  CommandType.USER_REACTIVATE)),
          new MayDo(
              SELLERS,
              AT_COUNTERS,
              Reach.OWN_STORES,
              Set.of(
                  CommandType.VOUCHER_REDEEM,
                  CommandType.VOUCHER_UNDO_REDEMPTION,
                  CommandType.VOUCHER_NOTE_REFUSAL)));

  private static final List<MaySee> COLLECTIONS =
      List.of(
          new MaySee(
              EVERY_KIND, EVERY_ROLE, Reach.TENANT, Set.of(Collection.TENANT, Collection.AUDIT)),
          new MaySee(
              Set.of(OPERATOR),
              EVERY_ROLE,
              Reach.TENANT,
              Set.of(Collection.PARTIES, Collection.STORES, Collection.USERS, Collection.GOODS)),
          new MaySee(
              Set.of(OPERATOR), Set.of(ADMIN), Reach.TENANT, EnumSet.allOf(Collection.class)),
          new MaySee(
              OUTSIDERS,
              EVERY_ROLE,
              Reach.OWN_PARTY,
              Set.of(Collection.PARTIES, Collection.STORES, Collection.USERS, Collection.GOODS)),
          new MaySee(
              SELLERS,
              Set.of(ADMIN),
              Reach.OWN_PARTY,
              Set.of(
                  Collection.DEVICES,
                  Collection.VOUCHERS,
                  Collection.REDEMPTIONS,
                  Collection.DISPUTES,
                  Collection.RISK)),
          new MaySee(
              SELLERS,
              AT_COUNTERS,
              Reach.OWN_STORES,
              Set.of(
                  Collection.DEVICES,
                  Collection.VOUCHERS,
                  Collection.REDEMPTIONS,
                  Collection.DISPUTES,
                  Collection.RISK)));

  /** Fields that not everyone sees who sees the row; a field without a row here is for all. */
  private static final List<Field> FIELDS =
      List.of(
          new Field(Collection.USERS, Set.of("account"), Set.of(ADMIN)),
          new Field(Collection.VOUCHERS, Set.of("buyer"), Set.of(ADMIN, SUPERVISOR)),
          new Field(Collection.GOODS, Set.of("supply"), Set.of(ADMIN, GRADER, APPLICANT)));

  private Rights() {}

  /**
   * Whether the person may do this to that.
   *
   * @param actor who acts
   * @param type what is done
   * @param subject what it touches
   */
  public static boolean mayCommand(Actor actor, CommandType type, Subject subject) {
    return within(actor, reach(actor, type), subject);
  }

  /** How far the person's right to do this reaches. */
  public static Reach reach(Actor actor, CommandType type) {
    Reach furthest = Reach.NONE;
    for (MayDo row : COMMANDS) {
      if (row.types().contains(type) && holds(actor, row.kinds(), row.roles())) {
        furthest = further(furthest, row.reach());
      }
    }
    return furthest;
  }

  /** What the person may do somewhere, for a screen that offers nothing it would refuse. */
  public static Set<CommandType> commands(Actor actor) {
    Set<CommandType> types = EnumSet.noneOf(CommandType.class);
    for (CommandType type : CommandType.values()) {
      if (reach(actor, type) != Reach.NONE) {
        types.add(type);
      }
    }
    return types;
  }

  /** Which rows of the collection the person may see. */
  public static Reach maySee(Actor actor, Collection collection) {
    Reach furthest = Reach.NONE;
    for (MaySee row : COLLECTIONS) {
      if (row.collections().contains(collection) && holds(actor, row.kinds(), row.roles())) {
        furthest = further(furthest, row.reach());
      }
    }
    return furthest;
  }

  /** Whether the person may see a row that belongs to the subject. */
  public static boolean maySee(Actor actor, Collection collection, Subject subject) {
    return within(actor, maySee(actor, collection), subject);
  }

  /** The wire names of the fields that are left out of this person's rows of the collection. */
  public static Set<String> fieldsHidden(Actor actor, Collection collection) {
    Set<String> hidden = new TreeSet<>();
    for (Field row : FIELDS) {
      if (row.collection() == collection
          && row.roles().stream().noneMatch(actor.roles()::contains)) {
        hidden.addAll(row.names());
      }
    }
    return hidden;
  }

  /** The roles that the field of a collection is for; every role when it is not personal. */
  public static Set<Role> fieldFor(Collection collection, String field) {
    for (Field row : FIELDS) {
      if (row.collection() == collection && row.names().contains(field)) {
        return row.roles();
      }
    }
    return EVERY_ROLE;
  }

  /** The roles that a party of this kind may give its people. */
  public static Set<Role> assignable(PartyKind kind) {
    return switch (kind) {
      case OPERATOR -> EnumSet.of(ADMIN, REVIEWER, APPROVER, PAYER);
      case SUPPLIER -> EnumSet.of(ADMIN, GRADER, COUNTER, SUPERVISOR, APPLICANT);
      case DISTRIBUTOR -> EnumSet.of(ADMIN);
      case SUB_MERCHANT -> EnumSet.of(ADMIN, COUNTER, SUPERVISOR, APPLICANT);
    };
  }

  private static Set<CommandType> administered() {
    Set<CommandType> types = EnumSet.allOf(CommandType.class);
    types.remove(CommandType.VOUCHER_REDEEM);
    types.remove(CommandType.VOUCHER_UNDO_REDEMPTION);
    types.remove(CommandType.VOUCHER_NOTE_REFUSAL);
    return types;
  }

  private static boolean holds(Actor actor, Set<PartyKind> kinds, Set<Role> roles) {
    return kinds.contains(actor.partyKind()) && actor.roles().stream().anyMatch(roles::contains);
  }

  private static Reach further(Reach one, Reach other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  private static boolean within(Actor actor, Reach reach, Subject subject) {
    return switch (reach) {
      case NONE -> false;
      case OWN_STORES ->
          actor.party().equals(subject.party())
              && subject.stores().stream().anyMatch(actor.stores()::contains);
      case OWN_PARTY -> actor.party().equals(subject.party());
      case TENANT -> true;
    };
  }

  private record MayDo(Set<PartyKind> kinds, Set<Role> roles, Reach reach, Set<CommandType> types) {
    MayDo {
      types = Set.copyOf(types);
    }
  }

  private record MaySee(
      Set<PartyKind> kinds, Set<Role> roles, Reach reach, Set<Collection> collections) {
    MaySee {
      collections = Set.copyOf(collections);
    }
  }

  private record Field(Collection collection, Set<String> names, Set<Role> roles) {}
}

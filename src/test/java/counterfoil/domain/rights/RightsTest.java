package counterfoil.domain.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The whole matrix, written out. T tenant, P own party, S own stores, . refused. */
@DisplayName("The table of rights")
final class RightsTest {

  /**
   * Voucher issue, redeem, undo, note a refusal, freeze, refund; user; store; party; risk; device.
   */
  private static final String COMMANDS =
      """
      OPERATOR     ADMIN      T... TT TTTT TT TT T TT
      OPERATOR     REVIEWER   .... .. .... .. .. . ..
      OPERATOR     APPROVER   .... .. .... .. .. . ..
      OPERATOR     PAYER      .... .. .... .. .. . ..
      OPERATOR     GRADER     .... .. .... .. .. . ..
      OPERATOR     COUNTER    .... .. .... .. .. . ..
      OPERATOR     SUPERVISOR .... .. .... .. .. . ..
      OPERATOR     APPLICANT  .... .. .... .. .. . ..
      SUPPLIER     ADMIN      P... PP PPPP PP .. P PP
      SUPPLIER     REVIEWER   .... .. .... .. .. . ..
      SUPPLIER     APPROVER   .... .. .... .. .. . ..
      SUPPLIER     PAYER      .... .. .... .. .. . ..
      SUPPLIER     GRADER     .... .. .... .. .. . ..
      SUPPLIER     COUNTER    .SSS .. .... .. .. . ..
      SUPPLIER     SUPERVISOR .SSS .. .... .. .. . ..
      SUPPLIER     APPLICANT  .... .. .... .. .. . ..
      DISTRIBUTOR  ADMIN      .... .. PPPP .. .. . ..
      DISTRIBUTOR  REVIEWER   .... .. .... .. .. . ..
      DISTRIBUTOR  APPROVER   .... .. .... .. .. . ..
      DISTRIBUTOR  PAYER      .... .. .... .. .. . ..
      DISTRIBUTOR  GRADER     .... .. .... .. .. . ..
      DISTRIBUTOR  COUNTER    .... .. .... .. .. . ..
      DISTRIBUTOR  SUPERVISOR .... .. .... .. .. . ..
      DISTRIBUTOR  APPLICANT  .... .. .... .. .. . ..
      SUB_MERCHANT ADMIN      P... PP PPPP PP .. P PP
      SUB_MERCHANT REVIEWER   .... .. .... .. .. . ..
      SUB_MERCHANT APPROVER   .... .. .... .. .. . ..
      SUB_MERCHANT PAYER      .... .. .... .. .. . ..
      SUB_MERCHANT GRADER     .... .. .... .. .. . ..
      SUB_MERCHANT COUNTER    .SSS .. .... .. .. . ..
      SUB_MERCHANT SUPERVISOR .SSS .. .... .. .. . ..
      SUB_MERCHANT APPLICANT  .... .. .... .. .. . ..
      """;

  /**
   * Tenant, parties, stores, users; devices; goods; vouchers, redemptions, disputes; risk; audit.
   */
  private static final String COLLECTIONS =
      """
      OPERATOR     ADMIN      TTTT T T TTT T T
      OPERATOR     REVIEWER   TTTT . T ... . T
      OPERATOR     APPROVER   TTTT . T ... . T
      OPERATOR     PAYER      TTTT . T ... . T
      OPERATOR     GRADER     TTTT . T ... . T
      OPERATOR     COUNTER    TTTT . T ... . T
      OPERATOR     SUPERVISOR TTTT . T ... . T
      OPERATOR     APPLICANT  TTTT . T ... . T
      SUPPLIER     ADMIN      TPPP P P PPP P T
      SUPPLIER     REVIEWER   TPPP . P ... . T
      SUPPLIER     APPROVER   TPPP . P ... . T
      SUPPLIER     PAYER      TPPP . P ... . T
      SUPPLIER     GRADER     TPPP . P ... . T
      SUPPLIER     COUNTER    TPPP S P SSS S T
      SUPPLIER     SUPERVISOR TPPP S P SSS S T
      SUPPLIER     APPLICANT  TPPP . P ... . T
      DISTRIBUTOR  ADMIN      TPPP . P ... . T
      DISTRIBUTOR  REVIEWER   TPPP . P ... . T
      DISTRIBUTOR  APPROVER   TPPP . P ... . T
      DISTRIBUTOR  PAYER      TPPP . P ... . T
      DISTRIBUTOR  GRADER     TPPP . P ... . T
      DISTRIBUTOR  COUNTER    TPPP . P ... . T
      DISTRIBUTOR  SUPERVISOR TPPP . P ... . T
      DISTRIBUTOR  APPLICANT  TPPP . P ... . T
      SUB_MERCHANT ADMIN      TPPP P P PPP P T
      SUB_MERCHANT REVIEWER   TPPP . P ... . T
      SUB_MERCHANT APPROVER   TPPP . P ... . T
      SUB_MERCHANT PAYER      TPPP . P ... . T
      SUB_MERCHANT GRADER     TPPP . P ... . T
      SUB_MERCHANT COUNTER    TPPP S P SSS S T
      SUB_MERCHANT SUPERVISOR TPPP S P SSS S T
      SUB_MERCHANT APPLICANT  TPPP . P ... . T
      """;

  @Test
  void saysForEachRoleOfEachPartyWhatItMayDo() {
    assertThat(table(actor -> marks(List.of(CommandType.values()), t -> Rights.reach(actor, t))))
        .isEqualTo(withoutGaps(COMMANDS));
  }

  @Test
  void saysForEachRoleOfEachPartyWhatItMaySee() {
    assertThat(table(actor -> marks(List.of(Collection.values()), c -> Rights.maySee(actor, c))))
        .isEqualTo(withoutGaps(COLLECTIONS));
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  @DisplayName("VO-2 a distributor never redeems, whatever roles its people were given")
  void neverLetsADistributorRedeem(Role role) {
    Actor actor = actor(PartyKind.DISTRIBUTOR, Set.of(role), "s1");
    assertThat(Rights.mayCommand(actor, CommandType.VOUCHER_REDEEM, Subject.store("mine", "s1")))
        .isFalse();
  }

  @Test
  void limitsACounterToItsOwnStoresOfItsOwnParty() {
    Actor counter = actor(PartyKind.SUPPLIER, Set.of(Role.COUNTER), "s1");
    assertThat(redeems(counter, Subject.store("mine", "s1"))).isTrue();
    assertThat(redeems(counter, Subject.store("mine", "s2"))).isFalse();
    assertThat(redeems(counter, Subject.store("theirs", "s1"))).isFalse();
    assertThat(redeems(counter, Subject.party("mine"))).isFalse();
    assertThat(redeems(counter, Subject.tenant())).isFalse();
  }

  @Test
  void showsACounterAVoucherThatIsTakenInOneOfItsStores() {
    Actor counter = actor(PartyKind.SUB_MERCHANT, Set.of(Role.COUNTER), "s1");
    assertThat(Rights.maySee(counter, Collection.VOUCHERS, new Subject("mine", Set.of("s1", "s2"))))
        .isTrue();
    assertThat(Rights.maySee(counter, Collection.VOUCHERS, new Subject("mine", Set.of("s2"))))
        .isFalse();
  }

  @Test
  void limitsASuppliersAdminToItsParty() {
    Actor admin = actor(PartyKind.SUPPLIER, Set.of(Role.ADMIN));
    assertThat(Rights.mayCommand(admin, CommandType.USER_CREATE, Subject.party("mine"))).isTrue();
    assertThat(Rights.mayCommand(admin, CommandType.USER_CREATE, Subject.party("theirs")))
        .isFalse();
    assertThat(Rights.mayCommand(admin, CommandType.RISK_SET, Subject.tenant())).isFalse();
  }

  @Test
  void givesAPersonWithSeveralRolesTheFurthestReach() {
    Actor both = actor(PartyKind.SUPPLIER, Set.of(Role.ADMIN, Role.COUNTER), "s1");
    assertThat(Rights.maySee(both, Collection.VOUCHERS)).isEqualTo(Reach.OWN_PARTY);
    assertThat(Rights.reach(both, CommandType.VOUCHER_REDEEM)).isEqualTo(Reach.OWN_STORES);
  }

  @Test
  void listsWhatACounterIsOffered() {
    assertThat(Rights.commands(actor(PartyKind.SUPPLIER, Set.of(Role.COUNTER), "s1")))
        .containsExactlyInAnyOrder(
            CommandType.VOUCHER_REDEEM,
            CommandType.VOUCHER_UNDO_REDEMPTION,
            CommandType.VOUCHER_NOTE_REFUSAL);
  }

  @Test
  void hidesPersonalFieldsFromACounter() {
    Actor counter = actor(PartyKind.SUPPLIER, Set.of(Role.COUNTER), "s1");
    assertThat(Rights.fieldsHidden(counter, Collection.VOUCHERS)).containsExactly("buyer");
    assertThat(Rights.fieldsHidden(counter, Collection.USERS)).containsExactly("account");
    assertThat(Rights.fieldsHidden(counter, Collection.GOODS)).containsExactly("supply");
    Actor supervisor = actor(PartyKind.SUPPLIER, Set.of(Role.SUPERVISOR), "s1");
    assertThat(Rights.fieldsHidden(supervisor, Collection.VOUCHERS)).isEmpty();
    Actor admin = actor(PartyKind.OPERATOR, Set.of(Role.ADMIN));
    for (Collection collection : Collection.values()) {
      assertThat(Rights.fieldsHidden(admin, collection)).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(PartyKind.class)
  void letsNoPartyGiveARoleThatGrantsItNothing(PartyKind kind) {
    assertThat(Rights.assignable(kind).contains(Role.COUNTER))
        .isEqualTo(kind == PartyKind.SUPPLIER || kind == PartyKind.SUB_MERCHANT);
    assertThat(Rights.assignable(kind)).contains(Role.ADMIN);
  }

  @Test
  void knowsEachNameOfTheWire() {
    for (CommandType type : CommandType.values()) {
      assertThat(CommandType.ofWire(type.wire())).contains(type);
    }
    for (Collection collection : Collection.values()) {
      assertThat(Collection.ofWire(collection.wire())).contains(collection);
    }
    assertThat(CommandType.ofWire("voucher.burn")).isEmpty();
    assertThat(Collection.ofWire("secrets")).isEmpty();
  }

  private static boolean redeems(Actor actor, Subject subject) {
    return Rights.mayCommand(actor, CommandType.VOUCHER_REDEEM, subject);
  }

  private static Actor actor(PartyKind kind, Set<Role> roles, String... stores) {
    return new Actor("u", "mine", kind, roles, Set.of(stores));
  }

  private static List<String> table(Function<Actor, String> marks) {
    List<String> rows = new ArrayList<>();
    for (PartyKind kind : PartyKind.values()) {
      for (Role role : Role.values()) {
        rows.add(kind + " " + role + " " + marks.apply(actor(kind, Set.of(role))));
      }
    }
    return rows;
  }

  private static <T> String marks(List<T> columns, Function<T, Reach> reach) {
    StringBuilder marks = new StringBuilder();
    for (T column : columns) {
      marks.append(
          switch (reach.apply(column)) {
            case NONE -> '.';
            case OWN_STORES -> 'S';
            case OWN_PARTY -> 'P';
            case TENANT -> 'T';
          });
    }
    return marks.toString();
  }

  private static List<String> withoutGaps(String table) {
    return table
        .lines()
        .map(line -> line.split(" +", 3))
        .map(parts -> parts[0] + " " + parts[1] + " " + parts[2].replace(" ", ""))
        .toList();
  }
}

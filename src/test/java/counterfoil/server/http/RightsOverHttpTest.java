package counterfoil.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import counterfoil.domain.money.Money;
import counterfoil.domain.rights.CommandType;
import counterfoil.domain.rights.PartyKind;
import counterfoil.domain.rights.Role;
import counterfoil.domain.voucher.Redemption;
import counterfoil.domain.voucher.Refunding;
import counterfoil.domain.voucher.RiskBudget;
import counterfoil.domain.voucher.Take;
import counterfoil.domain.voucher.Validity;
import counterfoil.fixture.RunningServer;
import counterfoil.fixture.Stores;
import counterfoil.protocol.Bytes;
import counterfoil.protocol.ChangeLine;
import counterfoil.protocol.CommandResult;
import counterfoil.protocol.CreateParty;
import counterfoil.protocol.CreateStore;
import counterfoil.protocol.CreateUser;
import counterfoil.protocol.FreezeVoucher;
import counterfoil.protocol.IssueVouchers;
import counterfoil.protocol.NoteRefusal;
import counterfoil.protocol.Payload;
import counterfoil.protocol.RefundVoucher;
import counterfoil.protocol.RenameDevice;
import counterfoil.protocol.RevokeDevice;
import counterfoil.protocol.SetRisk;
import counterfoil.protocol.SwitchUser;
import counterfoil.protocol.UndoRedemption;
import counterfoil.protocol.UpdateParty;
import counterfoil.protocol.UpdateStore;
import counterfoil.protocol.UpdateUser;
import counterfoil.server.work.SampleBusiness;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Who may do and see what, asked over HTTP of every account of the sample: role × command, and role
 * × collection × personal field. The tables are written out here and share nothing with the code.
 */
@ParameterizedClass
@EnumSource
final class RightsOverHttpTest {
  private static final List<String> EVERYONE =
      List.of(
          "admin",
          "chenyu",
          "wumin",
          "qianlei",
          "heyan",
          "sunyi",
          "linxiao",
          "zhouning",
          "fangqing",
          "liwei",
          "zhaolei",
          "xulu");

  /** Who may act on the supplier, its first store, its people, vouchers and devices. */
  private static final Map<CommandType, Set<String>> MAY_DO = mayDo();

  /** What each sees, and of which personal fields. */
  private static final Map<String, String> SEES =
      Map.ofEntries(
          Map.entry(
              "admin",
              "audit devices disputes goods goods.supply parties redemptions risk stores tenant"
                  + " users users.account vouchers vouchers.buyer"),
          Map.entry("chenyu", "audit goods parties stores tenant users"),
          Map.entry("wumin", "audit goods parties stores tenant users"),
          Map.entry("qianlei", "audit goods parties stores tenant users"),
          Map.entry(
              "heyan",
              "audit devices disputes goods goods.supply parties redemptions risk stores tenant"
                  + " users users.account vouchers vouchers.buyer"),
          Map.entry("sunyi", "audit goods goods.supply parties stores tenant users"),
          Map.entry(
              "linxiao",
              "audit devices disputes goods parties redemptions risk stores tenant users vouchers"),
          Map.entry("zhouning", "audit devices goods parties risk stores tenant users vouchers"),
          Map.entry(
              "fangqing",
              "audit devices disputes goods parties redemptions risk stores tenant users vouchers"
                  + " vouchers.buyer"),
          Map.entry("liwei", "audit goods goods.supply parties stores tenant users"),
          Map.entry("zhaolei", "audit devices goods parties risk stores tenant users vouchers"),
          Map.entry("xulu", "audit parties tenant users users.account"));

  private static final Set<String> PERSONAL = Set.of("account", "supply", "buyer");

  private final Stores.Kind kind;
  private final ObjectMapper json = new ObjectMapper();
  private RunningServer server;
  private Desk root;
  private final Map<String, String> ids = new TreeMap<>();

  RightsOverHttpTest(Stores.Kind kind) {
    this.kind = kind;
  }

  private static Map<CommandType, Set<String>> mayDo() {
    Map<CommandType, Set<String>> table = new TreeMap<>();
    Set<String> admins = Set.of("admin", "heyan");
    Set<String> counters = Set.of("linxiao", "fangqing");
    EnumSet.allOf(CommandType.class).forEach(type -> table.put(type, admins));
    for (CommandType type :
        List.of(
            CommandType.VOUCHER_REDEEM,
            CommandType.VOUCHER_UNDO_REDEMPTION,
            CommandType.VOUCHER_NOTE_REFUSAL)) {
      table.put(type, counters);
    }
    table.put(CommandType.PARTY_CREATE, Set.of("admin"));
    table.put(CommandType.PARTY_UPDATE, Set.of("admin"));
    return table;
  }

  @BeforeEach
  void start() throws Exception {
    server = RunningServer.start(kind);
    root = new Desk(server).signIn("admin");
    for (ChangeLine line : root.pull(null, 5000).lines()) {
      JsonNode data = data(line);
      String name =
          switch (line.collection()) {
            case "parties" -> data.path("kind").asText();
            case "users" -> data.path("account").path("username").asText();
            default -> "";
          };
      if (!name.isEmpty()) {
        ids.put(name, line.id());
      }
    }
  }

  @AfterEach
  void stop() {
    root.close();
    server.close();
  }

  private JsonNode data(ChangeLine line) throws Exception {
    return line.data() == null ? MissingNode.getInstance() : json.readTree(line.data().toArray());
  }

  private String id(String name) {
    String id = ids.get(name);
    if (id == null) {
      throw new AssertionError(name);
    }
    return id;
  }

  private SampleBusiness.Code code() {
    return Stream.generate(server::freshCode)
        .filter(code -> server.account("linxiao").stores().contains(code.store()))
        .findFirst()
        .orElseThrow();
  }

  private String store() {
    return server.account("linxiao").stores().iterator().next();
  }

  private static String fresh() {
    return UUID.randomUUID().toString();
  }

  /** An act and what it is done to. */
  private record Try(@Nullable String target, Payload payload) {}

  private Try attempt(CommandType type) throws Exception {
    return switch (type) {
      case VOUCHER_ISSUE -> new Try(null, issue());
      case VOUCHER_REDEEM -> new Try(null, root.redeem(code()));
      case VOUCHER_UNDO_REDEMPTION -> new Try(null, new UndoRedemption(id("redemption"), null));
      case VOUCHER_NOTE_REFUSAL -> new Try(null, note());
      case VOUCHER_FREEZE -> new Try(code().voucher(), new FreezeVoucher(true, null));
      case VOUCHER_REFUND ->
          new Try(code().voucher(), new RefundVoucher(Refunding.Wish.SUPPLIER, null));
      case USER_CREATE ->
          new Try(
              fresh(),
              new CreateUser(
                  "u" + fresh(), "Somebody", null, id("supplier"), Set.of(Role.GRADER), Set.of()));
      case USER_UPDATE ->
          new Try(id("liwei"), new UpdateUser("Li Wei", null, Set.of(Role.APPLICANT), Set.of()));
      case USER_DEACTIVATE -> new Try(id("spare"), new SwitchUser(false, null));
      case USER_REACTIVATE -> new Try(id("spare"), new SwitchUser(true, null));
      case STORE_CREATE -> new Try(fresh(), new CreateStore(id("supplier"), "Third", null));
      case STORE_UPDATE -> new Try(store(), new UpdateStore("First", null, true));
      case PARTY_CREATE -> new Try(fresh(), new CreateParty(PartyKind.DISTRIBUTOR, "Another"));
      case PARTY_UPDATE -> new Try(id("supplier"), new UpdateParty("Supplier"));
      case RISK_SET -> new Try(id("device"), new SetRisk(RiskBudget.usual()));
      case DEVICE_RENAME -> new Try(id("device"), new RenameDevice("Till 9"));
      case DEVICE_REVOKE -> new Try(id("device"), new RevokeDevice(null));
    };
  }

  private NoteRefusal note() {
    return new NoteRefusal(
        Bytes.of(new byte[32]),
        null,
        store(),
        server.clock().instant(),
        "voucher-expired",
        Redemption.Mode.PROVISIONAL);
  }

  private IssueVouchers issue() {
    return new IssueVouchers(
        id("good"),
        null,
        "order " + fresh(),
        null,
        Money.fen(1000),
        null,
        new Take.Uses(1),
        new Validity(null, null, Set.of(), false),
        Set.of(store()),
        null,
        List.of(new IssueVouchers.NewVoucher(fresh(), null)));
  }

  /** What all try to act on: a device, a redemption made there, a user, a good of the supplier. */
  private void prepare(Desk till) throws Exception {
    ids.put("device", till.client.device());
    CommandResult done = till.act(null, till.redeem(code()));
    ids.put("redemption", done.id());
    ids.put("spare", fresh());
    root.act(
        id("spare"),
        new CreateUser("spare", "Spare", null, id("supplier"), Set.of(Role.APPLICANT), Set.of()));
    for (ChangeLine line : root.pull(null, 5000).lines()) {
      JsonNode data = data(line);
      if (line.collection().equals("goods")
          && data.path("supplier").asText().equals(id("supplier"))
          && data.path("kind").asText().equals("internal")) {
        ids.put("good", line.id());
      }
    }
  }

  private static boolean forbidden(CommandResult result) {
    String outcome = Desk.outcome(result);
    return outcome.equals("forbidden") || outcome.equals("role-may-not-redeem");
  }

  @Test
  void everyRoleDoesWhatItsRowOfTheTableSaysAndNothingElse() throws Exception {
    try (Desk till = root.beside("fangqing")) {
      prepare(till);
      Map<CommandType, Set<String>> did = new TreeMap<>();
      for (String who : EVERYONE) {
        try (Desk desk = root.beside(who)) {
          for (CommandType type : CommandType.values()) {
            Try each = attempt(type);
            if (!forbidden(desk.act(each.target(), each.payload()))) {
              did.computeIfAbsent(type, _ -> new TreeSet<>()).add(who);
            }
          }
        }
      }
      assertThat(did).isEqualTo(MAY_DO);
    }
  }

  @Test
  void everyRoleSeesTheCollectionsAndFieldsOfItsRowAndNoOthers() throws Exception {
    try (Desk till = root.beside("linxiao")) {
      SampleBusiness.Code code = code();
      till.act(null, till.redeem(code));
      assertThat(Desk.outcome(till.act(null, till.redeem(code, Redemption.Mode.PROVISIONAL))))
          .isEqualTo("voucher-already-redeemed");
    }
    Map<String, String> seen = new TreeMap<>();
    for (String who : EVERYONE) {
      try (Desk desk = root.beside(who)) {
        seen.put(who, String.join(" ", seen(desk)));
      }
    }
    assertThat(seen).isEqualTo(new TreeMap<>(SEES));
  }

  private Set<String> seen(Desk desk) throws Exception {
    Set<String> seen = new TreeSet<>();
    String party = desk.client.grant().actor().party();
    boolean operator = desk.client.grant().actor().partyKind() == PartyKind.OPERATOR;
    for (ChangeLine line : desk.pull(null, 5000).lines()) {
      JsonNode data = data(line);
      if (line.data() == null) {
        continue;
      }
      seen.add(line.collection());
      PERSONAL.stream().filter(data::has).forEach(each -> seen.add(line.collection() + "." + each));
      if (!operator && line.collection().equals("parties")) {
        assertThat(line.id()).isEqualTo(party);
      }
    }
    return seen;
  }
}

package counterfoil.server.work;

import counterfoil.domain.money.Money;
import counterfoil.domain.rights.PartyKind;
import counterfoil.domain.rights.Role;
import counterfoil.domain.voucher.RefundSetting;
import counterfoil.domain.voucher.Voucher;
import counterfoil.server.store.GoodTable.Good;
import counterfoil.server.store.PlacesTable.Party;
import counterfoil.server.store.PlacesTable.Shop;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Parties, stores, people and goods of the sample business. */
final class Cast {
  /** The business was founded then: a seed makes the same ids on any day. */
  private static final Instant FOUNDED = Instant.parse("2026-01-01T00:00:00Z");

  private final long seed;
  private final List<Party> parties;
  private final List<Shop> shops;
  private final List<Member> people;
  private final List<Good> goods;

  /** A person with one role. */
  record Member(
      String id,
      String party,
      String username,
      String name,
      @Nullable String staffNumber,
      Role role,
      Set<String> stores) {
    String password() {
      return username + "-sample";
    }

    @Override
    public String toString() {
      return "Member[" + id + "]";
    }
  }

  Cast(long seed) {
    this.seed = seed;
    parties =
        List.of(
            new Party(id("operator"), PartyKind.OPERATOR, "湖畔生活", 1),
            new Party(id("supplier"), PartyKind.SUPPLIER, "云山休闲", 1),
            new Party(id("sub-merchant"), PartyKind.SUB_MERCHANT, "海盐 SPA 馆", 1),
            new Party(id("distributor"), PartyKind.DISTRIBUTOR, "小鹿优选", 1));
    shops =
        List.of(
            new Shop(id("yintai"), id("supplier"), "城西银泰店", "丰潭路 380 号", true, 1),
            new Shop(id("tianjie"), id("supplier"), "滨江天街店", "江汉路 1515 号", true, 1),
            new Shop(id("hubin"), id("sub-merchant"), "湖滨店", "平海路 124 号", true, 1));
    people = makePeople();
    goods = makeGoods();
  }

  private List<Member> makePeople() {
    Set<String> first = Set.of(id("yintai"));
    Set<String> second = Set.of(id("tianjie"));
    Set<String> both = Set.of(id("yintai"), id("tianjie"));
    return List.of(
        person("operator", "admin", "周岚", null, Role.ADMIN, Set.of()),
        person("operator", "chenyu", "陈屿", null, Role.REVIEWER, Set.of()),
        person("operator", "wumin", "吴敏", null, Role.APPROVER, Set.of()),
        person("operator", "qianlei", "钱磊", null, Role.PAYER, Set.of()),
        person("supplier", "heyan", "何妍", null, Role.ADMIN, Set.of()),
        person("supplier", "sunyi", "孙亦", null, Role.GRADER, Set.of()),
        person("supplier", "linxiao", "林晓", "0217", Role.COUNTER, first),
        person("supplier", "zhouning", "周宁", "0308", Role.COUNTER, second),
        person("supplier", "fangqing", "方晴", "0102", Role.SUPERVISOR, both),
        person("supplier", "liwei", "李维", null, Role.APPLICANT, Set.of()),
        person("sub-merchant", "zhaolei", "赵蕾", "0501", Role.COUNTER, Set.of(id("hubin"))),
        person("distributor", "xulu", "徐鹿", null, Role.ADMIN, Set.of()));
  }

  private Member person(
      String party,
      String username,
      String name,
      @Nullable String staffNumber,
      Role role,
      Set<String> stores) {
    return new Member(id("user " + username), id(party), username, name, staffNumber, role, stores);
  }

  private List<Good> makeGoods() {
    return List.of(
        good("双人下午茶套餐", Voucher.Kind.INTERNAL, 120_00, 168_00),
        good("洗车 10 次卡", Voucher.Kind.INTERNAL, 210_00, 299_00),
        good("海盐 SPA 60 分钟", Voucher.Kind.INTERNAL, 140_00, 198_00),
        good("周末乐园双人票", Voucher.Kind.INTERNAL, 180_00, 258_00),
        good("亲子陶艺体验", Voucher.Kind.INTERNAL, 90_00, 128_00),
        good("储值卡 ¥500", Voucher.Kind.INTERNAL, 450_00, 500_00),
        good("城市观光通票", Voucher.Kind.EXTERNAL, 60_00, 88_00),
        good("sub-merchant", "足浴 60 分钟", Voucher.Kind.INTERNAL, 80_00, 118_00),
        good("湖景露台双人下午茶套餐（含手冲咖啡两杯、当季甜品拼盘与露台座位预留）", Voucher.Kind.INTERNAL, 130_00, 188_00));
  }

  private Good good(String name, Voucher.Kind kind, long supply, long retail) {
    return good("supplier", name, kind, supply, retail);
  }

  private Good good(String party, String name, Voucher.Kind kind, long supply, long retail) {
    return new Good(
        id("good " + name),
        id(party),
        name,
        kind,
        Money.fen(supply),
        Money.fen(retail),
        Money.fen(retail),
        Money.fen(retail),
        new RefundSetting.UntilBeforeExpiry(1),
        1);
  }

  List<Party> parties() {
    return parties;
  }

  Party party(PartyKind kind) {
    return parties.stream().filter(party -> party.kind() == kind).findFirst().orElseThrow();
  }

  List<Shop> shops() {
    return shops;
  }

  List<Member> people() {
    return people;
  }

  Member person(String username) {
    return people.stream()
        .filter(person -> person.username().equals(username))
        .findFirst()
        .orElseThrow();
  }

  List<Good> goods() {
    return goods;
  }

  String device() {
    return id("device");
  }

  String id(String name) {
    return id(FOUNDED, name);
  }

  /** The id of one of many, made one after the other: as real ids do, it sorts by when. */
  String id(String kind, int index) {
    return id(FOUNDED.plusMillis(index), kind + " " + index);
  }

  private String id(Instant made, String name) {
    return Digests.id(made, "sample\n" + seed + "\n" + name);
  }
}

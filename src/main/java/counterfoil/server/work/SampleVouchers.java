package counterfoil.server.work;

import counterfoil.domain.money.Money;
import counterfoil.domain.rights.PartyKind;
import counterfoil.domain.voucher.Holder;
import counterfoil.domain.voucher.Redemption;
import counterfoil.domain.voucher.Standing;
import counterfoil.domain.voucher.Take;
import counterfoil.domain.voucher.Validity;
import counterfoil.domain.voucher.Voucher;
import counterfoil.domain.voucher.VoucherCode;
import counterfoil.domain.voucher.VoucherState;
import counterfoil.domain.voucher.Worth;
import counterfoil.protocol.Buyer;
import counterfoil.server.store.GoodTable.Good;
import counterfoil.server.store.TenantTable.CodeKey;
import counterfoil.server.store.VoucherTable.VoucherRow;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Makes the sample's vouchers, each as its {@link SampleCase} wants it. */
final class SampleVouchers {
  private static final int GOODS_OF_ONE_USE = 4;
  private static final int[] ONE_USE = {0, 2, 3, 4};
  private static final int CAR_WASH = 1;
  private static final int STORED_VALUE = 5;
  private static final int OUTSIDE = 6;
  private static final int FOOT_BATH = 7;
  private static final int LONG_NAME = 8;
  private static final List<String> BUYERS = List.of("张", "王", "李", "刘", "陈", "杨", "黄", "赵");

  private final Group group;
  private final Cast cast;
  private final SplittableRandom random;
  private final int count;
  private final LocalDate today;

  /** A maker of {@code count} vouchers, a part of them in each transaction. */
  SampleVouchers(Group group, Cast cast, SplittableRandom random, int count) {
    this.group = group;
    this.cast = cast;
    this.random = random;
    this.count = count;
    this.today = group.calendar().day(group.now());
  }

  /** What a voucher begins as. */
  private record Plan(
      Good good,
      Worth worth,
      Standing standing,
      Validity validity,
      Set<String> stores,
      int taken) {}

  SampleBusiness.Code make(int index) {
    Plan plan = plan(index);
    VoucherCode code = VoucherCode.generate(random);
    String id = cast.id("voucher", index);
    Instant delivered = group.now().minus(Duration.ofHours(1 + random.nextInt(6 * 24 - 2)));
    Redemption redemption = redemption(plan, id, index, delivered);
    Voucher terms =
        new Voucher(
            id,
            plan.good().id(),
            plan.good().kind(),
            plan.worth(),
            plan.standing(),
            plan.validity(),
            plan.stores(),
            false,
            new Holder.Free(),
            redemption);
    put(terms, plan.good(), code, index, delivered, redemption);
    return code(terms, code, index);
  }

  private Plan plan(int index) {
    Good one = cast.goods().get(ONE_USE[random.nextInt(GOODS_OF_ONE_USE)]);
    Good wash = cast.goods().get(CAR_WASH);
    Good card = cast.goods().get(STORED_VALUE);
    Worth fresh = new Worth.Uses(1, 1);
    Money all = Money.fen(500_00);
    Set<String> both = Set.of(cast.shops().get(0).id(), cast.shops().get(1).id());
    String third = cast.shops().get(2).id();
    Set<String> second = Set.of(cast.shops().get(1).id());
    Validity open = validity(today.minusDays(10), today.plusDays(80));
    Standing active = Standing.ACTIVE;
    return switch (SampleCase.at(index, count)) {
      case GOOD -> new Plan(one, fresh, active, open, both, 0);
      case SEVERAL_USES -> new Plan(wash, new Worth.Uses(10, 10), active, open, both, 0);
      case STORED_VALUE -> new Plan(card, new Worth.Value(all, all), active, open, both, 0);
      case REDEEMED -> new Plan(one, new Worth.Uses(1, 0), active, open, both, 1);
      case EXPIRED ->
          new Plan(one, fresh, active, validity(today.minusDays(40), today.minusDays(2)), both, 0);
      case NOT_YET_VALID ->
          new Plan(one, fresh, active, validity(today.plusDays(5), today.plusDays(90)), both, 0);
      case FROZEN -> new Plan(one, fresh, Standing.FROZEN, open, both, 0);
      case REFUNDED -> new Plan(one, fresh, Standing.REFUNDED, open, both, 0);
      case EXTERNAL -> new Plan(cast.goods().get(OUTSIDE), fresh, active, open, Set.of(), 0);
      case OTHER_STORE -> new Plan(one, fresh, active, open, second, 0);
      case USED_IN_PART -> new Plan(wash, new Worth.Uses(10, 7), active, open, both, 3);
      case VALUE_USED_IN_PART ->
          new Plan(card, new Worth.Value(all, Money.fen(320_00)), active, open, both, 180_00);
      case LONG_NAME -> new Plan(cast.goods().get(LONG_NAME), fresh, active, open, both, 0);
      case OTHER_PARTY ->
          new Plan(cast.goods().get(FOOT_BATH), fresh, active, open, Set.of(third), 0);
      case BLOCKED_DAY -> new Plan(one, fresh, active, blocked(), both, 0);
    };
  }

  private static Validity validity(LocalDate from, LocalDate to) {
    return new Validity(from, to, Set.of(), false);
  }

  /** Not taken today, nor tomorrow, so that the sample says the same past midnight. */
  private Validity blocked() {
    DayOfWeek day = today.getDayOfWeek();
    return new Validity(today.minusDays(10), today.plusDays(80), Set.of(day, day.plus(1)), false);
  }

  private @Nullable Redemption redemption(Plan plan, String voucher, int index, Instant delivered) {
    if (plan.taken() == 0) {
      return null;
    }
    Take take =
        plan.worth() instanceof Worth.Uses
            ? new Take.Uses(plan.taken())
            : new Take.Amount(Money.fen(plan.taken()));
    return new Redemption(
        cast.id("redemption", index),
        voucher,
        take,
        cast.shops().getFirst().id(),
        cast.device(),
        cast.person("linxiao").id(),
        delivered.plus(Duration.between(delivered, group.now()).dividedBy(2)),
        Redemption.Mode.ONLINE,
        false);
  }

  private void put(
      Voucher terms,
      Good good,
      VoucherCode code,
      int index,
      Instant delivered,
      @Nullable Redemption redemption) {
    CodeKey key = group.codeKeys().getFirst();
    boolean sold = random.nextInt(3) == 0;
    VoucherRow row =
        new VoucherRow(
            terms,
            good.supplier(),
            sold ? cast.party(PartyKind.DISTRIBUTOR).id() : null,
            VoucherActs.hash(key, code),
            code.tail(),
            key.id(),
            "E" + today.toString().replace("-", "") + (100_000 + index),
            good.retail(),
            Rows.buyer(buyer()),
            delivered,
            false,
            terms.standing() == Standing.REFUNDED ? group.now() : null,
            1);
    Ledger ledger = new Ledger(group);
    ledger.issued(row);
    VoucherRow settled = redemption == null ? row : ledger.redeemed(row, redemption);
    VoucherRow last =
        terms.standing() == Standing.REFUNDED ? ledger.refunded(settled, terms.id()) : settled;
    group.tables().vouchers().insert(last);
    new IssueActs(group).planDays(terms.validity());
    group.stamp(Rows.voucher(last, group.calendar(), group.now()));
    if (redemption != null) {
      group.tables().vouchers().insert(redemption);
      group.stamp(Rows.redemption(redemption, row.party(), 1));
    }
  }

  private Buyer buyer() {
    String name = BUYERS.get(random.nextInt(BUYERS.size())) + "先生";
    return new Buyer(name, "139" + (10_000_000 + random.nextInt(90_000_000)));
  }

  private SampleBusiness.Code code(Voucher terms, VoucherCode code, int index) {
    String state = VoucherState.of(terms, today).wire();
    List<String> stores = terms.stores().stream().sorted().toList();
    int turn = index / SampleCase.ROUND + index;
    String store = stores.isEmpty() ? null : stores.get(turn % stores.size());
    return switch (terms.worth()) {
      case Worth.Uses(int total, int left) ->
          new SampleBusiness.Code(code.text(), terms.id(), store, state, total, left, null);
      case Worth.Value(Money total, Money left) ->
          new SampleBusiness.Code(code.text(), terms.id(), store, state, 0, 0, left.amount());
    };
  }
}

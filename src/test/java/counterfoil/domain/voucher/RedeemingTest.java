package counterfoil.domain.voucher;

import static counterfoil.domain.voucher.SampleVoucher.DAYS;
import static counterfoil.domain.voucher.SampleVoucher.NOON;
import static counterfoil.domain.voucher.SampleVoucher.at;
import static counterfoil.domain.voucher.SampleVoucher.held;
import static counterfoil.domain.voucher.SampleVoucher.request;
import static counterfoil.domain.voucher.SampleVoucher.use;
import static counterfoil.domain.voucher.SampleVoucher.uses;
import static counterfoil.domain.voucher.SampleVoucher.valid;
import static counterfoil.domain.voucher.SampleVoucher.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import counterfoil.domain.calendar.TenantCalendar;
import counterfoil.domain.money.Money;
import counterfoil.domain.voucher.VoucherRefusal.BlockedDay.Why;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the counter and the server decide alike. */
final class RedeemingTest {

  static Stream<Arguments> refusals() {
    Redemption last = use(NOON).of(uses(1));
    Worth nothing = new Worth.Uses(1, 0);
    Set<DayOfWeek> weekend = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    return Stream.of(
        arguments(
            "VO-3 an outside system's good",
            SampleVoucher.external(uses(1)),
            use(NOON),
            new VoucherRefusal.External()),
        arguments(
            "VO-5 a refunded voucher",
            uses(1).with(Standing.REFUNDED),
            use(NOON),
            new VoucherRefusal.Refunded()),
        arguments(
            "a frozen voucher",
            uses(1).with(Standing.FROZEN),
            use(NOON),
            new VoucherRefusal.Frozen()),
        arguments(
            "VO-8, V19 a spent voucher, with who took the last use",
            uses(1).with(nothing, last),
            use(NOON),
            new VoucherRefusal.AlreadyRedeemed(last, nothing)),
        arguments(
            "VO-8 more uses than are left",
            uses(2),
            request(new Take.Uses(3), "s1", NOON),
            new VoucherRefusal.AlreadyRedeemed(null, new Worth.Uses(10, 2))),
        arguments(
            "VO-8 more value than is left",
            value(100),
            request(new Take.Amount(Money.fen(101)), "s1", NOON),
            new VoucherRefusal.AlreadyRedeemed(null, value(100).worth())),
        arguments(
            "V29 another store",
            uses(1),
            request(new Take.Uses(1), "s9", NOON),
            new VoucherRefusal.WrongStore(Set.of("s1", "s2"))),
        arguments(
            "TZ-3 the first second after the last day",
            valid(null, "2026-11-24"),
            use(at("2026-11-25T00:00:00+08:00")),
            new VoucherRefusal.Expired(LocalDate.of(2026, 11, 24))),
        arguments(
            "TZ-1 the last second before the first day",
            valid("2026-11-25", null),
            use(at("2026-11-24T23:59:59+08:00")),
            new VoucherRefusal.NotYetValid(LocalDate.of(2026, 11, 25))),
        arguments(
            "V29 an excluded weekday, Sunday in Shanghai and still Saturday in UTC",
            valid(null, null, Set.of(DayOfWeek.SUNDAY), false),
            use(at("2026-11-22T00:00:00+08:00")),
            new VoucherRefusal.BlockedDay(LocalDate.of(2026, 11, 22), Why.WEEKDAY)),
        arguments(
            "V29 a public holiday",
            valid(null, null, Set.of(), true),
            use(at("2026-10-01T10:00:00+08:00")),
            new VoucherRefusal.BlockedDay(LocalDate.of(2026, 10, 1), Why.HOLIDAY)),
        arguments(
            "TZ-4 holidays excluded and the year not published",
            valid(null, null, Set.of(), true),
            use(at("2027-03-01T10:00:00+08:00")),
            new VoucherRefusal.BlockedDay(LocalDate.of(2027, 3, 1), Why.CALENDAR_UNPUBLISHED)),
        arguments(
            "a voucher that is over everywhere, before one that is for elsewhere",
            valid(null, "2026-11-01"),
            request(new Take.Uses(1), "s9", NOON),
            new VoucherRefusal.Expired(LocalDate.of(2026, 11, 1))),
        arguments(
            "a voucher for elsewhere, before a day that is not taken",
            valid(null, null, weekend, false),
            request(new Take.Uses(1), "s9", at("2026-11-22T10:00:00+08:00")),
            new VoucherRefusal.WrongStore(Set.of("s1", "s2"))),
        arguments(
            "a voucher that another device holds",
            held(uses(1), new Holder.Leased("d2", "l1")),
            use(NOON),
            new VoucherRefusal.LeasedElsewhere("d2", null, null, null)),
        arguments(
            "a voucher whose holder is lost",
            held(uses(1), new Holder.Lost("d1", "l1")),
            use(NOON),
            new VoucherRefusal.LeaseLost()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refusals")
  void refuses(String what, Voucher voucher, RedeemRequest request, VoucherRefusal why) {
    assertThat(Redeeming.decide(voucher, request, DAYS))
        .as(what)
        .isEqualTo(new RedeemDecision.Refused(why));
  }

  static Stream<Arguments> boundaries() {
    return Stream.of(
        arguments(
            "TZ-3 the last second of the last day",
            valid(null, "2026-11-24"),
            at("2026-11-24T23:59:59+08:00")),
        arguments(
            "TZ-1 the first second of the first day, the day before in UTC",
            valid("2026-11-25", null),
            at("2026-11-25T00:00:00+08:00")),
        arguments(
            "V29 a make-up Saturday where holidays are excluded",
            valid(null, null, Set.of(), true),
            at("2026-10-10T10:00:00+08:00")),
        arguments(
            "TZ-4 a year not published where holidays do not matter",
            valid(null, null),
            at("2027-03-01T10:00:00+08:00")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("boundaries")
  void takes(String what, Voucher voucher, Instant at) {
    assertThat(Redeeming.decide(voucher, use(at), DAYS))
        .as(what)
        .isInstanceOf(RedeemDecision.Applied.class);
  }

  @Test
  @DisplayName("TZ-1 goes by the tenant's zone: one instant, another tenant, another day")
  void goesByTheTenantsZone() {
    Voucher voucher = valid(null, "2026-11-24");
    Instant instant = Instant.parse("2026-11-24T16:00:00Z");
    TenantCalendar inLisbon = new TenantCalendar(ZoneId.of("Europe/Lisbon"), DAYS.work());
    assertThat(Redeeming.decide(voucher, use(instant), DAYS))
        .isInstanceOf(RedeemDecision.Refused.class);
    assertThat(Redeeming.decide(voucher, use(instant), inLisbon))
        .isInstanceOf(RedeemDecision.Applied.class);
  }

  @Test
  void takesAPartOfAStoredValueAndLeavesTheRest() {
    var decision =
        Redeeming.decide(
            value(300_00), request(new Take.Amount(Money.fen(88_00)), "s1", NOON), DAYS);
    assertThat(decision)
        .isInstanceOfSatisfying(
            RedeemDecision.Applied.class,
            applied -> {
              assertThat(applied.after().worth()).isEqualTo(value(212_00).worth());
              assertThat(applied.after().last()).isEqualTo(applied.redemption());
            });
  }

  @Test
  void callsARequestOfTheWrongKindUnfit() {
    assertThat(Redeeming.decide(value(100), use(NOON), DAYS)).isEqualTo(new RedeemDecision.Unfit());
    assertThat(Redeeming.decide(uses(1), request(new Take.Amount(Money.fen(1)), "s1", NOON), DAYS))
        .isEqualTo(new RedeemDecision.Unfit());
    assertThat(
            Redeeming.decide(
                value(100), request(new Take.Amount(new Money(1, "EUR")), "s1", NOON), DAYS))
        .isEqualTo(new RedeemDecision.Unfit());
  }

  @Test
  @DisplayName("a lease froze the terms: its holder is not judged by days and stores again")
  void letsTheHolderOfALeaseRedeem() {
    Voucher expired = held(valid(null, "2026-11-01"), new Holder.Leased("d1", "l1"));
    assertThat(Redeeming.decide(expired, use(NOON), DAYS))
        .isInstanceOf(RedeemDecision.Applied.class);
  }

  @Property
  @Label("VO-8 whoever asks, however often: never more uses are taken than there were")
  void neverTakesMoreThanThereIs(
      @ForAll @IntRange(min = 1, max = 10) int left,
      @ForAll @Size(max = 40) List<@IntRange(min = 1, max = 4) Integer> asked) {
    Voucher voucher = uses(left);
    int taken = 0;
    for (int wanted : asked) {
      RedeemRequest request = request(new Take.Uses(wanted), "s1", NOON);
      RedeemDecision decision = Redeeming.decide(voucher, request, DAYS);
      assertThat(Redeeming.decide(voucher, request, DAYS)).isEqualTo(decision);
      switch (decision) {
        case RedeemDecision.Applied(Voucher after, Redemption redemption) -> {
          taken += wanted;
          voucher = after;
          assertThat(redemption.take()).isEqualTo(request.take());
        }
        case RedeemDecision.Refused _ -> assertThat(wanted).isGreaterThan(left - taken);
        case RedeemDecision.Unfit() -> throw new AssertionError("unfit");
      }
      assertThat(taken).isLessThanOrEqualTo(left);
      assertThat(voucher.worth()).isEqualTo(new Worth.Uses(10, left - taken));
    }
  }

  @Property
  @Label("VO-8, V24 redeeming and undoing in any order keeps uses taken and uses left in balance")
  void balancesWithUndo(@ForAll @Size(max = 40) List<Boolean> redeem) {
    Voucher voucher = uses(3);
    Redemption last = null;
    int taken = 0;
    for (boolean ask : redeem) {
      if (ask) {
        if (Redeeming.decide(voucher, use(NOON), DAYS)
            instanceof RedeemDecision.Applied(Voucher after, Redemption made)) {
          voucher = after;
          last = made;
          taken++;
        }
      } else if (last != null) {
        var request = new Undo.Request("d1", NOON, Undo.Mode.OWN_COUNTER);
        if (Undo.decide(voucher, last, null, request, false)
            instanceof Undo.Undone(Voucher after, Redemption undone)) {
          voucher = after;
          last = undone;
          taken--;
        }
      }
      assertThat(taken).isBetween(0, 3);
      assertThat(voucher.worth()).isEqualTo(new Worth.Uses(10, 3 - taken));
    }
  }
}

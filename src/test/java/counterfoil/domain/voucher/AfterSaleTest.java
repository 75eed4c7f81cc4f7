package counterfoil.domain.voucher;

import static counterfoil.domain.voucher.SampleVoucher.NOON;
import static counterfoil.domain.voucher.SampleVoucher.held;
import static counterfoil.domain.voucher.SampleVoucher.use;
import static counterfoil.domain.voucher.SampleVoucher.uses;
import static counterfoil.domain.voucher.SampleVoucher.valid;
import static counterfoil.domain.voucher.SampleVoucher.value;
import static org.assertj.core.api.Assertions.assertThat;

import counterfoil.domain.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Undo (V24, V25), refunds (VO-5, VO-6, VO-7) and freezing. */
@DisplayName("A voucher that was sold")
final class AfterSaleTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

  @ParameterizedTest(name = "{0} s after, on {1}: {2}")
  @DisplayName("V24 is given back on the same device up to the last second of 15 minutes")
  @CsvSource({
    "0, d1, undone",
    "900, d1, undone",
    "901, d1, undo-too-late",
    "-900, d1, undone",
    "-901, d1, undo-too-late",
    "10, d2, undo-other-device"
  })
  void isGivenBackInTime(long seconds, String device, String outcome) {
    Redemption redemption = use(NOON).of(uses(9));
    Voucher now = uses(9).with(new Worth.Uses(10, 8), redemption);
    var request = new Undo.Request(device, NOON.plusSeconds(seconds), Undo.Mode.OWN_COUNTER);
    String got =
        switch (Undo.decide(now, redemption, null, request, false)) {
          case Undo.Refused(Undo.Why why) -> why.code();
          case Undo.Undone(Voucher after, Redemption undone) -> {
            assertThat(after).isEqualTo(uses(9));
            assertThat(undone).isEqualTo(redemption.asUndone());
            yield "undone";
          }
        };
    assertThat(got).isEqualTo(outcome);
  }

  @Test
  @DisplayName("V24 is given back once, and not after the payout")
  void isGivenBackOnce() {
    Redemption redemption = use(NOON).of(uses(9));
    Voucher now = uses(9).with(new Worth.Uses(10, 8), redemption);
    var request = new Undo.Request("d1", NOON, Undo.Mode.OWN_COUNTER);
    assertThat(Undo.decide(now, redemption.asUndone(), null, request, false))
        .isEqualTo(new Undo.Refused(Undo.Why.ALREADY_UNDONE));
    assertThat(Undo.decide(now, redemption, null, request, true))
        .isEqualTo(new Undo.Refused(Undo.Why.ALREADY_WITHDRAWN));
  }

  @Test
  @DisplayName("V25 is given back later, elsewhere, by a supervisor, with the value restored")
  void isGivenBackBySupervisor() {
    Redemption redemption =
        SampleVoucher.request(new Take.Amount(Money.fen(100)), "s1", NOON).of(value(300));
    Voucher now = value(200);
    Instant nextDay = NOON.plus(Duration.ofDays(1));
    var request = new Undo.Request("d2", nextDay, Undo.Mode.SUPERVISOR);
    assertThat(Undo.decide(now, redemption, null, request, false))
        .isEqualTo(new Undo.Undone(value(300), redemption.asUndone()));
    assertThat(Undo.decide(now, redemption, null, request, true))
        .isEqualTo(new Undo.Refused(Undo.Why.ALREADY_WITHDRAWN));
  }

  @ParameterizedTest(name = "{0} for the {1}, valid to {2}: {3}")
  @DisplayName("VO-6 is refunded to a buyer as its good's setting says, to a seller's wish always")
  @CsvSource({
    "always, BUYER, 2026-11-20, granted",
    "until 3, BUYER, 2026-11-27, granted",
    "until 3, BUYER, 2026-11-26, DEADLINE_OVER",
    "until 0, BUYER, 2026-11-24, granted",
    "until 0, BUYER, 2026-11-23, DEADLINE_OVER",
    "until 3, BUYER, , granted",
    "never, BUYER, 2026-12-31, NEVER_REFUNDABLE",
    "never, SUPPLIER, 2026-12-31, granted",
    "until 3, SUPPLIER, 2026-11-01, granted"
  })
  void isRefundedBySetting(String setting, Refunding.Wish wish, String to, String outcome) {
    RefundSetting promised =
        switch (setting) {
          case "always" -> new RefundSetting.Always();
          case "never" -> new RefundSetting.Never();
          default -> new RefundSetting.UntilBeforeExpiry(Integer.parseInt(setting.substring(6)));
        };
    var decision = Refunding.decide(valid(null, to), promised, wish, NOON, NOON, TODAY);
    assertThat(outcome(decision)).isEqualTo(outcome);
  }

  @Test
  @DisplayName("VO-7 goes straight back for 7 × 24 hours, then by way of the distributor")
  void knowsTheWayOfTheMoney() {
    assertThat(refundedAfter(Duration.ofDays(7))).isEqualTo(Refunding.Way.SUPPLIER_TO_BUYER);
    assertThat(refundedAfter(Duration.ofDays(7).plusMillis(1)))
        .isEqualTo(Refunding.Way.BY_THE_DISTRIBUTOR);
  }

  @Test
  void isNotRefundedTwiceNorWhenRedeemedNorWhileHeld() {
    Voucher fresh = uses(10);
    assertThat(outcome(refund(fresh.with(Standing.REFUNDED)))).isEqualTo("ALREADY_REFUNDED");
    assertThat(outcome(refund(uses(9)))).isEqualTo("REDEEMED");
    assertThat(outcome(refund(value(499_99)))).isEqualTo("REDEEMED");
    assertThat(outcome(refund(held(fresh, new Holder.Leased("d1", "l1"))))).isEqualTo("LEASED");
    assertThat(outcome(refund(fresh.with(Standing.FROZEN)))).isEqualTo("granted");
  }

  @Test
  void isFrozenAndThawedButNotOnceRefundedNorWhileHeld() {
    Voucher active = uses(10);
    Voucher frozen = active.with(Standing.FROZEN);
    assertThat(Freezing.freeze(active)).isEqualTo(new Freezing.Done(frozen));
    assertThat(Freezing.freeze(frozen)).isEqualTo(new Freezing.Done(frozen));
    assertThat(Freezing.thaw(frozen)).isEqualTo(new Freezing.Done(active));
    assertThat(Freezing.freeze(active.with(Standing.REFUNDED)))
        .isEqualTo(new Freezing.Refused(Freezing.Why.REFUNDED));
    assertThat(Freezing.freeze(held(active, new Holder.Leased("d1", "l1"))))
        .isEqualTo(new Freezing.Refused(Freezing.Why.LEASED));
  }

  private static Refunding.Way refundedAfter(Duration time) {
    var decision =
        Refunding.decide(
            uses(10),
            new RefundSetting.Always(),
            Refunding.Wish.BUYER,
            NOON,
            NOON.plus(time),
            TODAY);
    return switch (decision) {
      case Refunding.Granted(Voucher after, Refunding.Way way) -> {
        assertThat(after.standing()).isEqualTo(Standing.REFUNDED);
        yield way;
      }
      case Refunding.Refused(Refunding.Why why) -> throw new AssertionError(why);
    };
  }

  private static Refunding.Decision refund(Voucher voucher) {
    return Refunding.decide(
        voucher, new RefundSetting.Always(), Refunding.Wish.SUPPLIER, NOON, NOON, TODAY);
  }

  private static String outcome(Refunding.Decision decision) {
    return switch (decision) {
      case Refunding.Granted _ -> "granted";
      case Refunding.Refused(Refunding.Why why) -> why.name();
    };
  }
}

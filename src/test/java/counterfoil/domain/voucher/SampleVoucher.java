package counterfoil.domain.voucher;

import counterfoil.domain.calendar.TenantCalendar;
import counterfoil.domain.calendar.WorkCalendar;
import counterfoil.domain.money.Money;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Vouchers, requests and days that the tests of this package start from. */
final class SampleVoucher {

  static final Instant NOON = at("2026-11-24T12:00:00+08:00");

  static final TenantCalendar DAYS =
      new TenantCalendar(
          ZoneId.of("Asia/Shanghai"),
          new WorkCalendar(
              Set.of(2026), Set.of(LocalDate.of(2026, 10, 1)), Set.of(LocalDate.of(2026, 10, 10))));

  private SampleVoucher() {}

  static Voucher uses(int left) {
    return with(new Worth.Uses(Math.max(left, 10), left), Validity.always());
  }

  static Voucher value(long left) {
    return with(new Worth.Value(Money.fen(500_00), Money.fen(left)), Validity.always());
  }

  static Voucher valid(@Nullable String from, @Nullable String to) {
    return valid(from, to, Set.of(), false);
  }

  static Voucher valid(
      @Nullable String from, @Nullable String to, Set<DayOfWeek> blocked, boolean holidays) {
    Validity validity =
        new Validity(
            from == null ? null : LocalDate.parse(from),
            to == null ? null : LocalDate.parse(to),
            blocked,
            holidays);
    return with(new Worth.Uses(10, 10), validity);
  }

  static Voucher with(Worth worth, Validity validity) {
    return new Voucher(
        "v1",
        "g1",
        Voucher.Kind.INTERNAL,
        worth,
        Standing.ACTIVE,
        validity,
        Set.of("s1", "s2"),
        false,
        new Holder.Free(),
        null);
  }

  static Voucher external(Voucher v) {
    return new Voucher(
        v.id(),
        v.good(),
        Voucher.Kind.EXTERNAL,
        v.worth(),
        v.standing(),
        v.validity(),
        v.stores(),
        v.guessable(),
        v.holder(),
        v.last());
  }

  static Voucher guessable(Voucher v) {
    return new Voucher(
        v.id(),
        v.good(),
        v.kind(),
        v.worth(),
        v.standing(),
        v.validity(),
        v.stores(),
        true,
        v.holder(),
        v.last());
  }

  static Voucher held(Voucher v, Holder holder) {
    return new Voucher(
        v.id(),
        v.good(),
        v.kind(),
        v.worth(),
        v.standing(),
        v.validity(),
        v.stores(),
        v.guessable(),
        holder,
        v.last());
  }

  static RedeemRequest use(Instant at) {
    return request(new Take.Uses(1), "s1", at);
  }

  static RedeemRequest request(Take take, String store, Instant at) {
    return new RedeemRequest("r1", take, store, "d1", "u1", at, Redemption.Mode.ONLINE);
  }

  static Instant at(String local) {
    return OffsetDateTime.parse(local).toInstant();
  }
}

package counterfoil.domain.voucher;

import counterfoil.domain.calendar.TenantCalendar;
import counterfoil.domain.voucher.VoucherRefusal.BlockedDay;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a voucher is redeemed (VO-2, VO-3, VO-8, TZ-1, TZ-3, TZ-4, V29). Reasons that
 * hold everywhere and for good come before those of this place or this day, so that a clerk never
 * sends a customer elsewhere in vain.
 */
public final class Redeeming {
  private Redeeming() {}

  /**
   * Decides one request. The rights of the person are judged before, by the table of roles.
   *
   * @param voucher the voucher as this side knows it
   * @param request what is asked
   * @param calendar the tenant's days
   */
  public static RedeemDecision decide(
      Voucher voucher, RedeemRequest request, TenantCalendar calendar) {
    VoucherRefusal refusal = refusal(voucher, request, calendar);
    if (refusal != null) {
      return new RedeemDecision.Refused(refusal);
    }
    return switch (voucher.worth()) {
      case Worth.Uses uses -> takeUses(voucher, uses, request);
      case Worth.Value value -> takeAmount(voucher, value, request);
    };
  }

  private static @Nullable VoucherRefusal refusal(
      Voucher voucher, RedeemRequest request, TenantCalendar calendar) {
    if (voucher.kind() == Voucher.Kind.EXTERNAL) {
      return new VoucherRefusal.External();
    }
    VoucherRefusal byHolder = refusalByHolder(voucher.holder(), request);
    if (byHolder != null) {
      return byHolder;
    }
    boolean ownLease = voucher.holder() instanceof Holder.Leased;
    VoucherRefusal byStanding =
        switch (voucher.standing()) {
          case ACTIVE -> null;
          case REFUNDED -> new VoucherRefusal.Refunded();
          case FROZEN -> new VoucherRefusal.Frozen();
        };
    if (byStanding != null) {
      return byStanding;
    }
    if (voucher.worth().spent()) {
      return new VoucherRefusal.AlreadyRedeemed(voucher.last(), voucher.worth());
    }
    // A lease froze the terms when it was granted: its holder is not judged by days and stores
    // again.
    return ownLease ? null : refusalByPlaceAndDay(voucher, request, calendar);
  }

  private static @Nullable VoucherRefusal refusalByHolder(Holder holder, RedeemRequest request) {
    return switch (holder) {
      case Holder.Free() -> null;
      case Holder.Leased(String device, String lease) ->
          device.equals(request.device())
              ? null
              : new VoucherRefusal.LeasedElsewhere(device, null, null, null);
      case Holder.Lost(String device, String lease) -> new VoucherRefusal.LeaseLost();
    };
  }

  private static @Nullable VoucherRefusal refusalByPlaceAndDay(
      Voucher voucher, RedeemRequest request, TenantCalendar calendar) {
    Validity validity = voucher.validity();
    LocalDate day = calendar.day(request.redeemedAt());
    if (validity.to() != null && day.isAfter(validity.to())) {
      return new VoucherRefusal.Expired(validity.to());
    }
    if (!voucher.stores().contains(request.store())) {
      return new VoucherRefusal.WrongStore(voucher.stores());
    }
    if (validity.from() != null && day.isBefore(validity.from())) {
      return new VoucherRefusal.NotYetValid(validity.from());
    }
    BlockedDay.Why blocked = blocked(validity, day, calendar);
    return blocked == null ? null : new BlockedDay(day, blocked);
  }

  private static BlockedDay.@Nullable Why blocked(
      Validity validity, LocalDate day, TenantCalendar calendar) {
    if (validity.blockedWeekdays().contains(day.getDayOfWeek())) {
      return BlockedDay.Why.WEEKDAY;
    }
    if (!validity.holidaysBlocked()) {
      return null;
    }
    return switch (calendar.holiday(day)) {
      case YES -> BlockedDay.Why.HOLIDAY;
      case NO -> null;
      case NOT_CERTAIN -> BlockedDay.Why.CALENDAR_UNPUBLISHED;
    };
  }

  private static RedeemDecision takeUses(Voucher voucher, Worth.Uses uses, RedeemRequest request) {
    if (!(request.take() instanceof Take.Uses(int wanted))) {
      return new RedeemDecision.Unfit();
    }
    if (wanted > uses.left()) {
      return new RedeemDecision.Refused(new VoucherRefusal.AlreadyRedeemed(voucher.last(), uses));
    }
    Redemption redemption = request.of(voucher);
    return new RedeemDecision.Applied(
        voucher.with(new Worth.Uses(uses.total(), uses.left() - wanted), redemption), redemption);
  }

  private static RedeemDecision takeAmount(
      Voucher voucher, Worth.Value value, RedeemRequest request) {
    if (!(request.take() instanceof Take.Amount(var wanted))
        || !wanted.currency().equals(value.left().currency())) {
      return new RedeemDecision.Unfit();
    }
    if (wanted.compareTo(value.left()) > 0) {
      return new RedeemDecision.Refused(new VoucherRefusal.AlreadyRedeemed(voucher.last(), value));
    }
    Redemption redemption = request.of(voucher);
    return new RedeemDecision.Applied(
        voucher.with(new Worth.Value(value.total(), value.left().minus(wanted)), redemption),
        redemption);
  }
}

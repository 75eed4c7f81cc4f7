package counterfoil.domain.voucher;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/**
 * A voucher's state in one word, for lists and the feed. The word follows from the voucher and the
 * day; decisions are made by {@link Redeeming}, never from the word.
 */
public enum VoucherState {
  /** May be redeemed today, as far as its terms go. */
  REDEEMABLE,
  /** One device holds the right to redeem it. */
  LEASED,
  /** Nothing is left of it. */
  REDEEMED,
  /** Its last day is over. */
  EXPIRED,
  /** Its first day has not come. */
  NOT_YET_VALID,
  /** Stopped by the seller. */
  FROZEN,
  /** The buyer has the money back. */
  REFUNDED,
  /** Redeemed by an outside system only. */
  EXTERNAL,
  /** The device that held it was declared lost. */
  LOST;

  /**
   * The state on a day.
   *
   * @param voucher the voucher
   * @param today the tenant's day (TZ-1)
   */
  public static VoucherState of(Voucher voucher, LocalDate today) {
    if (voucher.standing() == Standing.REFUNDED) {
      return REFUNDED;
    }
    if (voucher.worth().spent()) {
      return REDEEMED;
    }
    if (voucher.kind() == Voucher.Kind.EXTERNAL) {
      return EXTERNAL;
    }
    if (voucher.standing() == Standing.FROZEN) {
      return FROZEN;
    }
    return switch (voucher.holder()) {
      case Holder.Leased _ -> LEASED;
      case Holder.Lost _ -> LOST;
      case Holder.Free _ -> byDay(voucher.validity(), today);
    };
  }

  private static VoucherState byDay(Validity validity, LocalDate today) {
    if (validity.to() != null && today.isAfter(validity.to())) {
      return EXPIRED;
    }
    return validity.from() != null && today.isBefore(validity.from()) ? NOT_YET_VALID : REDEEMABLE;
  }

  /** The name on the wire. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The state of a wire name, or empty for a name this version does not know. */
  public static Optional<VoucherState> ofWire(String wire) {
    for (VoucherState state : values()) {
      if (state.wire().equals(wire)) {
        return Optional.of(state);
      }
    }
    return Optional.empty();
  }
}

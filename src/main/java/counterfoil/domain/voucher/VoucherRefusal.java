package counterfoil.domain.voucher;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Why a voucher is not redeemed: the closed set of V17. Each carries the facts that the person at
 * the counter may tell the customer, and the stable code of the wire contract.
 */
public sealed interface VoucherRefusal {

  /** The code that stands in the problem document and selects text, colour, sound and advice. */
  default String code() {
    return reason().code();
  }

  /** The reason without its facts. */
  Reason reason();

  /** The reasons, each by the code that outlives its facts. */
  enum Reason {
    /** {@link Unknown}. */
    UNKNOWN("voucher-unknown"),
    /** {@link Mistyped}. */
    MISTYPED("voucher-mistyped"),
    /** {@link AlreadyRedeemed}. */
    ALREADY_REDEEMED("voucher-already-redeemed"),
    /** {@link Expired}. */
    EXPIRED("voucher-expired"),
    /** {@link NotYetValid}. */
    NOT_YET_VALID("voucher-not-yet-valid"),
    /** {@link BlockedDay}. */
    BLOCKED_DAY("voucher-blocked-day"),
    /** {@link WrongStore}. */
    WRONG_STORE("voucher-wrong-store"),
    /** {@link Refunded}. */
    REFUNDED("voucher-refunded"),
    /** {@link Frozen}. */
    FROZEN("voucher-frozen"),
    /** {@link External}. */
    EXTERNAL("voucher-external"),
    /** {@link LeasedElsewhere}. */
    LEASED_ELSEWHERE("voucher-leased-elsewhere"),
    /** {@link LeaseLost}. */
    LEASE_LOST("voucher-lease-lost"),
    /** {@link RoleMayNotRedeem}. */
    ROLE_MAY_NOT_REDEEM("role-may-not-redeem");

    private final String code;

    Reason(String code) {
      this.code = code;
    }

    /** Its code on the wire. */
    public String code() {
      return code;
    }

    /** The reason with this code; empty for the code of anything else. */
    public static Optional<Reason> ofCode(String code) {
      return Arrays.stream(values()).filter(each -> each.code.equals(code)).findFirst();
    }
  }

  /** No voucher has this code. */
  record Unknown() implements VoucherRefusal {
    @Override
    public Reason reason() {
      return Reason.UNKNOWN;
    }
  }

  /** No voucher has this code, and its check character does not fit: a typing error (V14). */
  record Mistyped() implements VoucherRefusal {
    @Override
    public Reason reason() {
      return Reason.MISTYPED;
    }
  }

  /**
   * Nothing, or not enough, is left (VO-8, V19).
   *
   * @param last the redemption that took the last of it, as far as it is known here
   * @param left what is left, when the refusal is for asking more than that
   */
  record AlreadyRedeemed(@Nullable Redemption last, Worth left) implements VoucherRefusal {
    @Override
    public Reason reason() {
      return Reason.ALREADY_REDEEMED;
    }
  }

  /**
   * Its last day is over (TZ-3).
   *
   * @param lastDay the last day on which it was good
   */
  record Expired(LocalDate lastDay) implements VoucherRefusal {
    @Override
    public Reason reason() {
      return Reason.EXPIRED;
    }
  }

  /**
   * Its first day has not come.
   *
   * @param firstDay the first day on which it will be good
   */
  record NotYetValid(LocalDate firstDay) implements VoucherRefusal {
    @Override
    public Reason reason() {
      return Reason.NOT_YET_VALID;
    }
  }

  /**
   * Not taken on this day (V29).
   *
   * @param day the blocked day
   * @param why weekday, public holiday, or a calendar that does not say (TZ-4)
   */
  record BlockedDay(LocalDate day, Why why) implements VoucherRefusal {
    @Override
    public Reason reason() {
      return Reason.BLOCKED_DAY;
    }

    /** What blocks the day. */
    public enum Why {
      /** A weekday the voucher excludes. */
      WEEKDAY,
      /** A public holiday. */
      HOLIDAY,
      /**
       * Holidays are excluded and the year's calendar is not published: not certain, so not taken.
       */
      CALENDAR_UNPUBLISHED
    }
  }

  /**
   * Good in other stores only.
   *
   * @param stores the stores that take it
   */
  record WrongStore(Set<String> stores) implements VoucherRefusal {
    /** Copies the set. */
    public WrongStore {
      stores = Set.copyOf(stores);
    }

    @Override
    public Reason reason() {
      return Reason.WRONG_STORE;
    }
  }

  /** The money went back to the buyer. */
  record Refunded() implements VoucherRefusal {
    @Override
    public Reason reason() {
      return Reason.REFUNDED;
    }
  }

  /** Stopped by the seller. */
  record Frozen() implements VoucherRefusal {
    @Override
    public Reason reason() {
      return Reason.FROZEN;
    }
  }

  /** Redeemed by an outside system only (VO-3). */
  record External() implements VoucherRefusal {
    @Override
    public Reason reason() {
      return Reason.EXTERNAL;
    }
  }

  /**
   * Another device holds the lease.
   *
   * @param device the holder
   * @param store the holder's store, where known
   * @param lastSeen when the server last heard of the holder
   * @param askedAt when the holder was asked to give it back
   */
  record LeasedElsewhere(
      String device, @Nullable String store, @Nullable Instant lastSeen, @Nullable Instant askedAt)
      implements VoucherRefusal {
    @Override
    public Reason reason() {
      return Reason.LEASED_ELSEWHERE;
    }
  }

  /** The lease was declared lost. */
  record LeaseLost() implements VoucherRefusal {
    @Override
    public Reason reason() {
      return Reason.LEASE_LOST;
    }
  }

  /** The person may not redeem here (VO-2, V44). */
  record RoleMayNotRedeem() implements VoucherRefusal {
    @Override
    public Reason reason() {
      return Reason.ROLE_MAY_NOT_REDEEM;
    }
  }
}

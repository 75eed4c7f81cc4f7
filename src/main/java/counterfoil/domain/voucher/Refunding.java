package counterfoil.domain.voucher;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Decides refunds of vouchers (VO-5, VO-6, VO-7). A refund is recorded here and paid outside. The
 * supplier decides; a distributor has no right to (the table of roles sees to that).
 */
public final class Refunding {

  /** How long after delivery the supplier refunds the buyer directly (VO-7). */
  public static final Duration DIRECT = Duration.ofDays(7);

  private Refunding() {}

  /** On whose wish the supplier refunds. */
  public enum Wish {
    /** The buyer asked; the good's setting decides. */
    BUYER,
    /** The supplier's own; the setting binds the buyer's claim only (VO-5). */
    SUPPLIER
  }

  /** Which way the money goes back. */
  public enum Way {
    /** Within 7 days of delivery: supplier to buyer. */
    SUPPLIER_TO_BUYER,
    /** Later: the supplier returns the supply price to the distributor, who returns all. */
    BY_THE_DISTRIBUTOR
  }

  /** What became of the request. */
  public sealed interface Decision {}

  /**
   * Refunded; the voucher is good for nothing from now on.
   *
   * @param after the voucher as it is now
   * @param way which way the money goes
   */
  public record Granted(Voucher after, Way way) implements Decision {}

  /**
   * Not refunded; nothing changed.
   *
   * @param why the reason
   */
  public record Refused(Why why) implements Decision {}

  /** Why a voucher is not refunded; each travels as {@code not-refundable} with this reason. */
  public enum Why {
    /** It was refunded before. */
    ALREADY_REFUNDED,
    /** Something of it was redeemed: after completion the buyer has after-sales instead. */
    REDEEMED,
    /** Another device may redeem it at this moment. */
    LEASED,
    /** The good's setting says never. */
    NEVER_REFUNDABLE,
    /** The setting's last day for refunds is over. */
    DEADLINE_OVER
  }

  /**
   * Decides one request.
   *
   * @param voucher the voucher now
   * @param setting what its good promises
   * @param wish on whose wish
   * @param delivered when the voucher was delivered, UTC
   * @param at when the supplier acts, UTC
   * @param today the tenant's day at {@code at} (TZ-1)
   */
  public static Decision decide(
      Voucher voucher,
      RefundSetting setting,
      Wish wish,
      Instant delivered,
      Instant at,
      LocalDate today) {
    Why why = refusal(voucher, setting, wish, today);
    if (why != null) {
      return new Refused(why);
    }
    Way way = at.isAfter(delivered.plus(DIRECT)) ? Way.BY_THE_DISTRIBUTOR : Way.SUPPLIER_TO_BUYER;
    return new Granted(voucher.with(Standing.REFUNDED), way);
  }

  private static @Nullable Why refusal(
      Voucher voucher, RefundSetting setting, Wish wish, LocalDate today) {
    if (voucher.standing() == Standing.REFUNDED) {
      return Why.ALREADY_REFUNDED;
    }
    if (!voucher.worth().untouched()) {
      return Why.REDEEMED;
    }
    if (!(voucher.holder() instanceof Holder.Free)) {
      return Why.LEASED;
    }
    return switch (wish) {
      case SUPPLIER -> null;
      case BUYER -> refusalBySetting(voucher.validity(), setting, today);
    };
  }

  private static @Nullable Why refusalBySetting(
      Validity validity, RefundSetting setting, LocalDate today) {
    return switch (setting) {
      case RefundSetting.Always() -> null;
      case RefundSetting.Never() -> Why.NEVER_REFUNDABLE;
      // Without an end of validity there is no deadline either.
      case RefundSetting.UntilBeforeExpiry(int days) ->
          validity.to() != null && today.isAfter(validity.to().minusDays(days))
              ? Why.DEADLINE_OVER
              : null;
    };
  }
}

package counterfoil.client.work;

import counterfoil.domain.money.Money;
import counterfoil.domain.voucher.Redemption;
import counterfoil.domain.voucher.VoucherRefusal;
import java.time.Duration;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** What came of one scan. Each scan has exactly one outcome and makes at most one redemption. */
public sealed interface ScanOutcome {

  /**
   * Redeemed for certain: serve.
   *
   * @param card the voucher as it is now; null where the feed has not brought it yet
   * @param redemption what was redeemed
   * @param certainty on whose word
   * @param latency how long the server took; zero under a lease
   */
  record Redeemed(
      @Nullable VoucherCard card, Redemption redemption, Certainty certainty, Duration latency)
      implements ScanOutcome {}

  /** On whose word a redemption is certain. */
  enum Certainty {
    /** The server's. */
    ONLINE,
    /** This device's own, which holds the lease. */
    LEASED
  }

  /**
   * Serve, inside the risk budget; the server decides later.
   *
   * @param card the voucher as this device sees it now
   * @param redemption what was redeemed
   * @param risk what is at risk with it
   */
  record Provisional(VoucherCard card, Redemption redemption, RiskStanding risk)
      implements ScanOutcome {}

  /**
   * Do not serve; a matter between the customer and the seller, never a fault.
   *
   * @param refusal why
   * @param card the voucher where this device knows it
   * @param byServer true on the server's word, false on this device's alone
   */
  record Refused(VoucherRefusal refusal, @Nullable VoucherCard card, boolean byServer)
      implements ScanOutcome {}

  /**
   * Not without the server; nothing was stored.
   *
   * @param why what stands against it
   * @param card the voucher where this device knows it
   * @param risk what is at risk already
   */
  record NotNow(Why why, @Nullable VoucherCard card, RiskStanding risk) implements ScanOutcome {}

  /** What stands against serving without the server. */
  enum Why {
    /** This device does not know the voucher; the server may. */
    NOT_KNOWN_HERE,
    /** The sum at risk would be more than allowed. */
    SUM_SPENT,
    /** The number at risk would be more than allowed. */
    NUMBER_SPENT,
    /** One item is worth more than may be risked. */
    ITEM_TOO_DEAR,
    /** The server has not been heard for too long. */
    CACHE_TOO_OLD,
    /** The clock of this computer looks turned back. */
    CLOCK_OFF,
    /** The code could be guessed. */
    GUESSABLE,
    /** Stored value is never given out without the server. */
    STORED_VALUE,
    /** The person signed in without the server too long ago, and may only read. */
    READING_ONLY
  }

  /**
   * The server did not answer within three seconds. The act is durable and will be sent; the person
   * says {@code handOver} or {@code doNotHandOver}.
   *
   * @param command the act, to name it to either
   * @param card the voucher where this device knows it
   * @param mayHandOver whether serving fits into the risk budget
   * @param risk what is at risk already
   */
  record Unanswered(
      String command, @Nullable VoucherCard card, boolean mayHandOver, RiskStanding risk)
      implements ScanOutcome {}

  /**
   * Stored value: nothing is taken before a person has named the amount (V27).
   *
   * @param card the voucher where this device knows it
   * @param left what is left of it, where that is known
   * @param tooMuch the amount that was named and is more than is left; null at first
   */
  record AsksAmount(@Nullable VoucherCard card, @Nullable Money left, @Nullable Money tooMuch)
      implements ScanOutcome {}

  /** The person may redeem but was given no store to do it in (V44). */
  record NoStore() implements ScanOutcome {}

  /**
   * The check character does not fit, or no code looks like this (V14): type again.
   *
   * @param position the wrong character, counted from 0 in the normalised code, where it is known
   */
  record Mistyped(OptionalInt position) implements ScanOutcome {}

  /**
   * A technical fault; the act was not stored, or the server could not decide it.
   *
   * @param kind what failed, which selects the advice
   * @param incident number for support; the same fault always has the same
   */
  record Fault(FaultKind kind, String incident) implements ScanOutcome {}
}

package counterfoil.domain.voucher;

import counterfoil.domain.money.Money;
import java.time.Duration;

/**
 * How much a device may hand over without the server's word. Counted across restarts, over all
 * provisional redemptions that the server has not yet decided.
 *
 * @param perItem most for one redemption
 * @param sum most for all of them together
 * @param number most of them
 * @param offline longest time since the last sync
 */
public record RiskBudget(Money perItem, Money sum, int number, Duration offline) {

  /** Rejects limits below zero. */
  public RiskBudget {
    if (perItem.amount() < 0 || sum.amount() < 0 || number < 0 || offline.isNegative()) {
      throw new IllegalArgumentException("a limit below zero");
    }
  }

  /** What applies until somebody sets another: 200.00 an item, 2 000.00, 50 items, 24 hours. */
  public static RiskBudget usual() {
    return new RiskBudget(Money.fen(200_00), Money.fen(2_000_00), 50, Duration.ofHours(24));
  }

  /** Nothing may be handed over. */
  public static RiskBudget none() {
    return new RiskBudget(Money.fen(0), Money.fen(0), 0, Duration.ZERO);
  }

  /**
   * What is used of a budget.
   *
   * @param sum worth of the provisional redemptions that wait for the server
   * @param number how many they are
   */
  public record Used(Money sum, int number) {
    /** Nothing. */
    public static Used nothing() {
      return new Used(Money.fen(0), 0);
    }

    /** With one more. */
    public Used plus(Money item) {
      return new Used(sum.plus(item), number + 1);
    }
  }

  /** Whether one more fits. */
  public sealed interface Decision {}

  /**
   * It fits.
   *
   * @param after what is used with it
   */
  public record Within(Used after) implements Decision {}

  /**
   * It does not fit.
   *
   * @param limit the limit that it hits first
   */
  public record Beyond(Limit limit) implements Decision {}

  /** What may stand against a provisional redemption. */
  public enum Limit {
    /** Stored value is never given out without the server. */
    STORED_VALUE,
    /** The code has under 50 bits and could be guessed. */
    GUESSABLE,
    /** Too long without the server. */
    OFFLINE_TOO_LONG,
    /** One item is worth too much. */
    PER_ITEM,
    /** The sum is used up. */
    SUM,
    /** The number is used up. */
    NUMBER
  }

  /**
   * Decides whether one more redemption fits.
   *
   * @param voucher what is redeemed
   * @param used what is used already
   * @param item what this redemption is worth
   * @param sinceLastSync how long the server has not been heard
   */
  public Decision decide(Voucher voucher, Used used, Money item, Duration sinceLastSync) {
    if (voucher.worth() instanceof Worth.Value) {
      return new Beyond(Limit.STORED_VALUE);
    }
    if (voucher.guessable()) {
      return new Beyond(Limit.GUESSABLE);
    }
    if (sinceLastSync.compareTo(offline) > 0) {
      return new Beyond(Limit.OFFLINE_TOO_LONG);
    }
    if (item.compareTo(perItem) > 0) {
      return new Beyond(Limit.PER_ITEM);
    }
    Used after = used.plus(item);
    if (after.sum().compareTo(sum) > 0) {
      return new Beyond(Limit.SUM);
    }
    return after.number() > number ? new Beyond(Limit.NUMBER) : new Within(after);
  }
}

package counterfoil.viewmodel.voucher;

import counterfoil.viewmodel.Wording;
import java.time.LocalDate;
import java.util.List;

/**
 * The day's figures of this counter (V37).
 *
 * @param on the day, in the tenant's zone
 * @param redeemed how many were redeemed
 * @param refused how many were refused
 * @param fen value of what was redeemed
 * @param firstHour the hour of the first column
 * @param byHour redemptions by hour
 * @param hour the hour under way
 * @param reasons the most frequent refusals by reason, the most frequent first
 * @param goods the most frequent redemptions by good, the most frequent first
 */
public record Today(
    LocalDate on,
    long redeemed,
    long refused,
    long fen,
    int firstHour,
    List<Long> byHour,
    int hour,
    List<Count> reasons,
    List<Count> goods) {
  /** Copies the lists. */
  public Today {
    byHour = List.copyOf(byHour);
    reasons = List.copyOf(reasons);
    goods = List.copyOf(goods);
  }

  /** How many of what. */
  public record Count(Wording word, long count) {}
}

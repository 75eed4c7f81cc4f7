package counterfoil.client.work;

import counterfoil.domain.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * The day of this device (V37).
 *
 * @param on the day, in the tenant's zone (TZ-1)
 * @param hour the hour under way there, 0 to 23
 * @param redeemed redemptions that stand, provisional ones included
 * @param refused scans that were refused
 * @param amount worth of what was redeemed
 * @param byHour redemptions by hour, 24 of them
 * @param byReason refusals by code of the refusal
 * @param byGood redemptions by name of the good
 * @param risk what is served without the server's word
 */
public record TodayFigures(
    LocalDate on,
    int hour,
    long redeemed,
    long refused,
    Money amount,
    List<Long> byHour,
    Map<String, Long> byReason,
    Map<String, Long> byGood,
    RiskStanding risk) {

  /** Copies the collections. */
  public TodayFigures {
    byHour = List.copyOf(byHour);
    byReason = Map.copyOf(byReason);
    byGood = Map.copyOf(byGood);
  }
}

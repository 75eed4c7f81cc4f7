package counterfoil.domain.voucher;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When a voucher may be used, in days of the tenant's zone (TZ-1).
 *
 * @param from first day, or null when usable at once
 * @param to last day, which is included (TZ-3), or null when it never expires
 * @param blockedWeekdays weekdays on which it is not taken
 * @param holidaysBlocked true when it is not taken on public holidays of the work calendar
 */
public record Validity(
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    Set<DayOfWeek> blockedWeekdays,
    boolean holidaysBlocked) {

  /** Copies the set; rejects an end before the start. */
  public Validity {
    blockedWeekdays = Set.copyOf(blockedWeekdays);
    if (from != null && to != null && to.isBefore(from)) {
      throw new IllegalArgumentException("valid from " + from + " to " + to);
    }
  }

  /** Usable on any day. */
  public static Validity always() {
    return new Validity(null, null, Set.of(), false);
  }
}

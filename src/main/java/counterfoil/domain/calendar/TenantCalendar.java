package counterfoil.domain.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The tenant's days: which day an instant falls on (TZ-1), and whether that day is a public holiday
 * (TZ-4).
 *
 * @param zone the tenant's zone
 * @param work the published work calendar
 */
public record TenantCalendar(ZoneId zone, WorkCalendar work) {

  /** The zone of a tenant that names no other (TZ-1), and of one that is not known yet. */
  public static final ZoneId USUAL_ZONE = ZoneId.of("Asia/Shanghai");

  /** The tenant's day at an instant, whatever the zone of the machine (TZ-1). */
  public LocalDate day(Instant at) {
    return at.atZone(zone).toLocalDate();
  }

  /** Whether the day is a public holiday. */
  public WorkCalendar.Answer holiday(LocalDate day) {
    return work.holiday(day);
  }
}

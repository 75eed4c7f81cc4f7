package counterfoil.domain.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The facts that are shipped, and what is made of them (TZ-1, TZ-4, DE-2). */
final class WorkCalendarTest {

  @ParameterizedTest(name = "{0}: worked {1}, holiday {2}")
  @CsvSource({
    "2025-09-28, YES, NO",
    "2025-10-01, NO, YES",
    "2025-10-08, NO, YES",
    "2025-10-09, YES, NO",
    "2025-10-11, YES, NO",
    "2025-10-12, NO, NO",
    "2026-02-14, YES, NO",
    "2026-02-23, NO, YES",
    "2026-09-20, YES, NO",
    "2026-10-07, NO, YES",
    "2026-10-08, YES, NO",
    "2026-10-10, YES, NO",
    "2026-11-28, NO, NO",
    "2026-12-31, YES, NO",
    "2027-01-01, NOT_CERTAIN, NOT_CERTAIN",
    "2023-12-31, NOT_CERTAIN, NOT_CERTAIN"
  })
  @DisplayName("knows National Day, make-up days, ordinary week-ends, and what it does not know")
  void knowsTheFacts(LocalDate day, WorkCalendar.Answer worked, WorkCalendar.Answer holiday) {
    assertThat(shipped().worked(day)).isEqualTo(worked);
    assertThat(shipped().holiday(day)).isEqualTo(holiday);
  }

  @ParameterizedTest(name = "{0} + {1} = {2}")
  @CsvSource({
    "2025-09-26, 1, 2025-09-28",
    "2025-09-30, 1, 2025-10-09",
    "2025-09-30, 3, 2025-10-11",
    "2025-09-30, 4, 2025-10-13",
    "2026-09-30, 3, 2026-10-10",
    "2026-11-20, 10, 2026-12-04",
    "2026-12-30, 1, 2026-12-31"
  })
  @DisplayName("DE-2 counts working days from the day after")
  void countsWorkingDays(LocalDate from, int days, LocalDate end) {
    assertThat(shipped().addWorkingDays(from, days)).isEqualTo(new WorkingDay.On(end));
  }

  @Test
  @DisplayName("TZ-4 never guesses into a year that is not published")
  void isNotCertain() {
    assertThat(shipped().addWorkingDays(LocalDate.of(2026, 12, 30), 2))
        .isEqualTo(new WorkingDay.NotCertain(2027));
    assertThat(WorkCalendar.unpublished().addWorkingDays(LocalDate.of(2026, 1, 1), 1))
        .isEqualTo(new WorkingDay.NotCertain(2026));
  }

  @Property
  @Label("the end of a term is worked, and adding in two steps is adding at once")
  void addsUp(
      @ForAll @IntRange(max = 800) int start,
      @ForAll @IntRange(min = 1, max = 60) int first,
      @ForAll @IntRange(min = 1, max = 60) int second) {
    WorkCalendar calendar = shipped();
    LocalDate from = LocalDate.of(2024, 1, 1).plusDays(start);
    LocalDate middle = end(calendar.addWorkingDays(from, first));
    assertThat(calendar.worked(middle)).isEqualTo(WorkCalendar.Answer.YES);
    assertThat(calendar.addWorkingDays(middle, second))
        .isEqualTo(calendar.addWorkingDays(from, first + second));
  }

  @ParameterizedTest(name = "{0} is {1} in Shanghai")
  @CsvSource({
    "2026-11-24T15:59:59.999Z, 2026-11-24",
    "2026-11-24T16:00:00Z, 2026-11-25",
    "2026-12-31T16:00:00Z, 2027-01-01"
  })
  @DisplayName("TZ-1 a day begins at midnight of the tenant's zone")
  void goesByTheTenantsZone(Instant at, LocalDate day) {
    TenantCalendar tenant = new TenantCalendar(ZoneId.of("Asia/Shanghai"), shipped());
    assertThat(tenant.day(at)).isEqualTo(day);
  }

  @ParameterizedTest(name = "line {1}: {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "day,kind,occasion | 1 | HEAD_MISSING",
        "date,kind,occasion;2027-01-01,holiday | 2 | PARTS",
        "date,kind,occasion;2027-02-30,holiday,x | 2 | DATE",
        "date,kind,occasion;;2027-01-01,Holiday,x | 3 | KIND",
        "date,kind,occasion;2027-01-01,holiday,x;2027-01-01,workday,x | 3 | TWICE"
      })
  void saysWhichLineOfAnUpdateIsAtFault(String text, int line, WorkCalendarText.Fault fault) {
    assertThat(WorkCalendarText.read(List.of(text.split(";"))))
        .isEqualTo(new WorkCalendarText.Unreadable(line, fault));
    assertThat(WorkCalendarText.read(List.of()))
        .isEqualTo(new WorkCalendarText.Unreadable(1, WorkCalendarText.Fault.HEAD_MISSING));
  }

  @Test
  @DisplayName("TZ-4 does not call a year published that was cut in the middle")
  void doesNotTrustHalfAYear() {
    WorkCalendar calendar =
        read(List.of("date,kind,occasion", "2027-01-01,holiday,x", "2027-05-01,holiday,x"));
    assertThat(calendar.worked(LocalDate.of(2027, 5, 2)))
        .isEqualTo(WorkCalendar.Answer.NOT_CERTAIN);
  }

  private static LocalDate end(WorkingDay day) {
    return switch (day) {
      case WorkingDay.On(LocalDate end) -> end;
      case WorkingDay.NotCertain(int year) -> throw new AssertionError(year);
    };
  }

  private static WorkCalendar shipped() {
    try (InputStream in =
        WorkCalendar.class.getResourceAsStream("/counterfoil/policies/workdays-cn.csv")) {
      assertThat(in).isNotNull();
      return read(new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static WorkCalendar read(List<String> lines) {
    return switch (WorkCalendarText.read(lines)) {
      case WorkCalendarText.Whole(WorkCalendar calendar) -> calendar;
      case WorkCalendarText.Unreadable fault -> throw new AssertionError(fault);
    };
  }
}

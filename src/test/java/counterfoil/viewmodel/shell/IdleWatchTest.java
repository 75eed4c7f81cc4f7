package counterfoil.viewmodel.shell;

import static org.assertj.core.api.Assertions.assertThat;

import counterfoil.fixture.HandClock;
import counterfoil.fixture.HandTimer;
import counterfoil.fixture.InlineBackground;
import counterfoil.fixture.PaperSession;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The watch over idle minutes")
final class IdleWatchTest {
  private final HandTimer timer = new HandTimer();
  private final HandClock clock = new HandClock(Instant.parse("2026-11-24T08:00:00Z"));
  private final PaperSession session = new PaperSession();
  private final List<String> told = new ArrayList<>();
  private final IdleWatch watch =
      new IdleWatch(session, new InlineBackground(), timer, clock, () -> told.add("locked"));

  private void pass(Duration span) {
    clock.forward(span);
    timer.pass(Duration.ofSeconds(5));
  }

  @Test
  void locksOnceTheSessionSaysThatNobodyIsThere() {
    pass(Duration.ofSeconds(5));
    assertThat(told).isEmpty();
    session.idle = true;
    pass(Duration.ofSeconds(5));
    assertThat(told).containsExactly("locked");
  }

  @Test
  void locksAfterTheComputerSlept() {
    pass(Duration.ofMinutes(3));
    assertThat(session.asked).containsExactly("lock");
    assertThat(told).containsExactly("locked");
  }

  @Test
  void locksWhenAskedAndLooksNoMoreWhenClosed() {
    watch.lock();
    watch.close();
    assertThat(told).containsExactly("locked");
    assertThat(timer.pending()).isZero();
  }
}

package counterfoil.viewmodel.shell;

import static org.assertj.core.api.Assertions.assertThat;

import counterfoil.client.work.Connection;
import counterfoil.client.work.ConnectionStatus;
import counterfoil.client.work.ConnectionStatus.State;
import counterfoil.client.work.ConnectionStatus.Trouble;
import counterfoil.fixture.HandTimer;
import counterfoil.fixture.InlineBackground;
import counterfoil.viewmodel.Wording;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The state of the connection")
final class ConnectionDeskTest {
  private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");

  private final HandTimer timer = new HandTimer();
  private final AtomicInteger changes = new AtomicInteger();
  private ConnectionStatus now = status(State.ONLINE, 0, Duration.ZERO);

  private ConnectionDesk desk() {
    Connection connection =
        new Connection() {
          @Override
          public ConnectionStatus status() {
            return now;
          }

          @Override
          public Subscription onChange(Runnable changed) {
            return () -> {};
          }

          @Override
          public void syncNow() {
            now = ConnectionDeskTest.status(State.ONLINE, 0, Duration.ZERO);
          }
        };
    return new ConnectionDesk(
        connection,
        new InlineBackground(),
        timer,
        new ConnectionDesk.Place(ZoneId.of("Asia/Shanghai"), () -> NOW),
        changes::incrementAndGet);
  }

  private static ConnectionStatus status(State state, int queue, Duration offset) {
    return new ConnectionStatus(
        state,
        Duration.ofMillis(38),
        NOW.minusSeconds(90),
        Duration.ofSeconds(4),
        queue,
        1,
        NOW.minusSeconds(4),
        NOW.minusSeconds(60),
        Trouble.TIMED_OUT,
        offset);
  }

  @Test
  void hasAWordAndAnAdviceOfItsOwnForEachStateV33() {
    assertThat(
            Arrays.stream(State.values())
                .map(
                    state -> {
                      now = status(state, 0, Duration.ZERO);
                      return desk().status().getValue();
                    })
                .toList())
        .allSatisfy(
            shown -> assertThat(shown.online()).isEqualTo(shown.state() == SyncStatus.State.ONLINE))
        .extracting(SyncStatus::word, SyncStatus::advice)
        .doesNotHaveDuplicates()
        .hasSize(State.values().length);
  }

  @Test
  void saysAgeQueueLatencyAndTheLastTimesInTheTenantsZoneV35() {
    now = status(State.OFFLINE, 3, Duration.ZERO);
    SyncStatus shown = desk().status().getValue();
    assertThat(shown.cacheAge()).isEqualTo(Duration.ofSeconds(4));
    assertThat(shown.queue()).isEqualTo(3);
    assertThat(shown.latency()).isEqualTo(Duration.ofMillis(38));
    assertThat(shown.lasts()).isEqualTo(Duration.ofSeconds(90));
    assertThat(shown.lastSuccess()).isEqualTo(new Wording.Time(LocalTime.of(15, 59, 56)));
    assertThat(shown.lastFailure())
        .isEqualTo(
            Wording.Joined.of(
                new Wording.Time(LocalTime.of(15, 59)), Wording.of("trouble.timed-out")));
  }

  @ParameterizedTest
  @CsvSource({"120,''", "121,shell.clock.off", "-600,shell.clock.off", "601,shell.clock.too-far"})
  void showsHowFarThePcsClockIsOff(long seconds, String key) {
    now = status(State.ONLINE, 0, Duration.ofSeconds(seconds));
    assertThat(desk().status().getValue().clock())
        .isEqualTo(
            key.isEmpty()
                ? Wording.none()
                : Wording.of(key, new Wording.Span(Duration.ofSeconds(Math.abs(seconds)))));
  }

  @Test
  void tellsOthersOnlyWhenSomethingChangedAndStopsWhenClosed() {
    ConnectionDesk desk = desk();
    timer.pass(Duration.ofSeconds(3));
    assertThat(changes).hasValue(0);
    now = status(State.ONLINE, 1, Duration.ZERO);
    timer.pass(Duration.ofSeconds(1));
    assertThat(changes).hasValue(1);
    now = status(State.ONLINE, 2, Duration.ZERO);
    desk.refresh();
    assertThat(desk.status().getValue().queue()).as("without waiting for the second").isEqualTo(2);
    desk.close();
    assertThat(timer.pending()).isZero();
  }
}

package counterfoil.viewmodel.shell;

import static org.assertj.core.api.Assertions.assertThat;

import counterfoil.client.work.ConnectionStatus.Trouble;
import counterfoil.client.work.FirstSync.Progress;
import counterfoil.fixture.HandTimer;
import counterfoil.fixture.InlineBackground;
import counterfoil.viewmodel.Wording;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The first sync")
final class FirstSyncViewModelTest {
  private final HandTimer timer = new HandTimer();
  private final List<String> told = new ArrayList<>();
  private Progress progress =
      new Progress(false, 0, OptionalLong.empty(), Optional.empty(), Optional.empty());

  private FirstSyncViewModel screen() {
    return new FirstSyncViewModel(
        () -> progress,
        new InlineBackground(),
        timer,
        () -> told.add("again"),
        () -> told.add("whole"),
        () -> told.add("cancel"));
  }

  private void look() {
    timer.pass(Duration.ofMillis(250));
  }

  @Test
  void showsRowsAndTimeLeftAndGoesOnOnceWhenItIsWhole() {
    FirstSyncViewModel screen = screen();
    assertThat(screen.doneProperty().get()).isEqualTo(FirstSyncViewModel.UNKNOWN);
    progress =
        new Progress(
            false,
            5_000,
            OptionalLong.of(15_000),
            Optional.of(Duration.ofSeconds(9)),
            Optional.empty());
    look();
    assertThat(screen.doneProperty().get()).isEqualTo(0.25);
    assertThat(screen.rowsProperty().get())
        .isEqualTo(
            Wording.of("first-sync.rows-left", 5_000L, new Wording.Span(Duration.ofSeconds(9))));
    assertThat(told).isEmpty();

    progress = new Progress(true, 0, OptionalLong.of(0), Optional.empty(), Optional.empty());
    look();
    look();
    assertThat(told).containsExactly("whole");
    assertThat(timer.pending()).isZero();
  }

  @Test
  void saysWhyItDoesNotGoOnAndTriesWhenAsked() {
    FirstSyncViewModel screen = screen();
    progress =
        new Progress(
            false,
            5_000,
            OptionalLong.of(15_000),
            Optional.empty(),
            Optional.of(Trouble.UNREACHABLE));
    look();
    assertThat(screen.troubleProperty().get()).isEqualTo(Wording.of("trouble.unreachable"));
    screen.again().execute();
    assertThat(told).containsExactly("again");
  }

  @Test
  void leavesNothingBehindWhenItIsGivenUp() {
    screen().cancel().execute();
    progress = new Progress(true, 0, OptionalLong.of(0), Optional.empty(), Optional.empty());
    look();
    assertThat(told).containsExactly("cancel");
    assertThat(timer.pending()).isZero();
  }
}

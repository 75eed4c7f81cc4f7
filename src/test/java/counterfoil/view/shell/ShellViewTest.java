package counterfoil.view.shell;

import static org.assertj.core.api.Assertions.assertThat;

import counterfoil.fixture.Fx;
import counterfoil.fixture.PaperProgram;
import counterfoil.fixture.PaperWindow;
import counterfoil.viewmodel.Language;
import counterfoil.viewmodel.Theme;
import counterfoil.viewmodel.Wording;
import counterfoil.viewmodel.shell.SyncStatus;
import counterfoil.viewmodel.shell.WindowState;
import java.time.Duration;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The frame in its window")
final class ShellViewTest {
  private @Nullable PaperWindow window;

  private PaperWindow open(boolean sample, boolean readOnly) {
    PaperWindow opened =
        PaperWindow.open(
            () -> new PaperProgram(sample, readOnly), Language.EN, Theme.LIGHT, 1_440, 900);
    window = opened;
    return opened;
  }

  @AfterEach
  void close() {
    if (window != null) {
      window.close();
    }
  }

  private Optional<Node> shown(String id) {
    return Fx.call(
        () ->
            Optional.ofNullable(window)
                .map(open -> open.scene().lookup("#" + id))
                .filter(Node::isVisible));
  }

  private String hint(String id) {
    return Fx.call(() -> ((Label) shown(id).orElseThrow()).getTooltip().getText());
  }

  private static SyncStatus status(SyncStatus.State state, long queue, Wording clock) {
    return new SyncStatus(
        state,
        Duration.ofMillis(38),
        Duration.ZERO,
        Duration.ZERO,
        queue,
        Wording.none(),
        Wording.none(),
        clock);
  }

  @Test
  void saysThatOneMayOnlyReadWhileThereIsNoNetworkAndWhatToDo() {
    PaperWindow open = open(false, true);
    assertThat(shown("readOnly")).as("online one may act").isEmpty();

    open.act(PaperProgram::loseNetwork);

    assertThat(shown("readOnly")).isPresent();
    assertThat(hint("readOnly")).contains("sign in again");
  }

  @Test
  void saysNothingOfReadingToWhoMayAct() {
    open(false, false).act(PaperProgram::loseNetwork);

    assertThat(shown("readOnly")).isEmpty();
  }

  @Test
  void saysHowFarTheClockIsOffAndWhatThatMeans() {
    PaperWindow open = open(false, false);
    assertThat(shown("clockOff")).isEmpty();

    open.act(
        program ->
            program.frame.status.set(
                status(
                    SyncStatus.State.ONLINE,
                    0,
                    Wording.of("shell.clock.too-far", new Wording.Span(Duration.ofHours(2))))));

    assertThat(shown("clockOff")).isPresent();
    assertThat(hint("clockOff")).contains("2 h").contains("nothing is redeemed offline");
  }

  @Test
  void marksTheSampleAndLeavesItWithOneClick() {
    PaperWindow open = open(true, false);
    assertThat(shown("sample")).isPresent();
    Button leave = (Button) shown("leaveSample").orElseThrow();

    open.act(_ -> leave.fire());

    assertThat(open.program().window.stageProperty().get()).isEqualTo(WindowState.Stage.FIRST_RUN);
  }

  @Test
  void offersNoWayOutOfASampleInRealWork() {
    open(false, false);

    assertThat(shown("sample")).isEmpty();
    assertThat(shown("leaveSample")).isEmpty();
  }

  @Test
  void offersToExportWhatWaitsAndOnlyThen() {
    PaperWindow open = open(false, false);
    open.act(program -> program.shell.detailsProperty().set(true));
    assertThat(shown("export")).isEmpty();

    open.act(
        program -> program.frame.status.set(status(SyncStatus.State.OFFLINE, 2, Wording.none())));

    assertThat(shown("export")).isPresent();
  }
}

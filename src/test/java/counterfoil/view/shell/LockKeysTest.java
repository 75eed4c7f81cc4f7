package counterfoil.view.shell;

import static org.assertj.core.api.Assertions.assertThat;

import counterfoil.fixture.Fx;
import counterfoil.fixture.PaperProgram;
import counterfoil.fixture.PaperWindow;
import counterfoil.viewmodel.Language;
import counterfoil.viewmodel.Theme;
import counterfoil.viewmodel.Wording;
import counterfoil.viewmodel.shell.WindowState;
import javafx.scene.input.KeyCode;
import javafx.scene.robot.Robot;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Real key events in a window without a display. */
@DisplayName("The keys of the locked program")
final class LockKeysTest {
  private final PaperWindow window = PaperWindow.open(Language.EN, Theme.LIGHT, 1_000, 760);

  @AfterEach
  void close() {
    window.close();
  }

  private PaperProgram program() {
    return window.program();
  }

  private void lock() {
    Fx.run(
        () -> {
          Robot robot = new Robot();
          robot.keyPress(KeyCode.CONTROL);
          robot.keyType(KeyCode.L);
          robot.keyRelease(KeyCode.CONTROL);
        });
    Fx.settle();
    assertThat(stage()).isEqualTo(WindowState.Stage.LOCKED);
  }

  private WindowState.Stage stage() {
    return program().window.stageProperty().get();
  }

  private void enter(String password) {
    window.act(program -> program.lock.passwordProperty().set(password));
    Fx.run(() -> new Robot().keyType(KeyCode.ENTER));
    Fx.settle();
  }

  @Test
  void lockWithControlLAndOpenWithThePasswordOnly() {
    lock();
    enter("wrong");
    assertThat(stage()).isEqualTo(WindowState.Stage.LOCKED);
    assertThat(program().lock.messageProperty().get()).isEqualTo(Wording.of("sign-in.wrong"));

    enter("right");
    assertThat(stage()).isEqualTo(WindowState.Stage.WORK);
  }

  @Test
  void tellAScanFromAPasswordAndSayThatItRedeemedNothing() {
    lock();
    Fx.run(
        () -> {
          Robot robot = new Robot();
          for (KeyCode code :
              new KeyCode[] {
                KeyCode.K, KeyCode.DIGIT7, KeyCode.Q, KeyCode.M, KeyCode.DIGIT3, KeyCode.X,
                KeyCode.R, KeyCode.D, KeyCode.DIGIT9, KeyCode.F, KeyCode.DIGIT2, KeyCode.T
              }) {
            robot.keyType(code);
          }
          robot.keyType(KeyCode.ENTER);
        });
    Fx.settle();

    assertThat(program().lock.messageProperty().get()).isEqualTo(Wording.of("lock.scanned"));
    assertThat(program().lock.passwordProperty().get()).isEmpty();
    assertThat(program().session.asked).isEmpty();
    assertThat(program().desk.asked).isEmpty();
    assertThat(stage()).isEqualTo(WindowState.Stage.LOCKED);
  }
}

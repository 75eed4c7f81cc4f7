package counterfoil.view.voucher;

import static org.assertj.core.api.Assertions.assertThat;

import counterfoil.fixture.Fx;
import counterfoil.fixture.PaperProgram;
import counterfoil.fixture.PaperWindow;
import counterfoil.fixture.SampleFaces;
import counterfoil.viewmodel.Language;
import counterfoil.viewmodel.Theme;
import counterfoil.viewmodel.port.Navigator.Place;
import counterfoil.viewmodel.port.Sounds;
import counterfoil.viewmodel.voucher.ScanAnswer;
import counterfoil.viewmodel.voucher.VoucherScanViewModel.Mode;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.robot.Robot;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Real key events in a window without a display. */
@DisplayName("The keys of the voucher screen")
final class ScanKeysTest {
  private final PaperWindow window = PaperWindow.open(Language.EN, Theme.LIGHT, 1_000, 760);

  @BeforeEach
  void look() {
    window.act(program -> program.voucher.clear().execute());
  }

  @AfterEach
  void close() {
    window.close();
  }

  private PaperProgram program() {
    return window.program();
  }

  private void type(KeyCode... codes) {
    for (KeyCode code : codes) {
      Fx.run(() -> new Robot().keyType(code));
    }
    Fx.settle();
  }

  private void chord(KeyCode held, KeyCode code) {
    Fx.run(
        () -> {
          Robot robot = new Robot();
          robot.keyPress(held);
          robot.keyType(code);
          robot.keyRelease(held);
        });
    Fx.settle();
  }

  private void focus(String selector) {
    Fx.run(() -> node(selector).requestFocus());
  }

  private Node node(String selector) {
    return Objects.requireNonNull(window.scene().lookup(selector), selector);
  }

  @Test
  void writeACodeThatEnterEndsV1() {
    type(KeyCode.K, KeyCode.DIGIT7, KeyCode.ENTER);

    assertThat(program().desk.asked).hasSize(1);
    assertThat(program().desk.asked.getFirst()).isEqualToIgnoringCase("redeem k7");
  }

  @Test
  void endACodeWithTabAndStayInTheFieldV1() {
    type(KeyCode.A, KeyCode.TAB, KeyCode.B, KeyCode.TAB);

    assertThat(program().desk.asked).hasSize(2);
    assertThat(Fx.call(() -> node(".scan-field").isFocused())).isTrue();
  }

  @Test
  void goToTheFieldAndNeverPressTheFocusedButtonV3() {
    focus(".nav-item:current");
    type(KeyCode.SPACE, KeyCode.W, KeyCode.DIGIT4, KeyCode.ENTER);

    assertThat(program().shell.placeProperty().get()).isEqualTo(Place.VOUCHER);
    assertThat(program().desk.asked).hasSize(1);
    assertThat(program().desk.asked.getFirst().strip()).endsWithIgnoringCase("w4");
  }

  @Test
  void scanOnWhileTheDetailsOrTheOverviewAreOpenV4() {
    window.act(program -> program.shell.shortcutsProperty().set(true));

    type(KeyCode.A, KeyCode.B, KeyCode.ENTER);

    assertThat(program().desk.asked).hasSize(1);
  }

  @Test
  void keepRepeatedDigitsV7() {
    type(
        KeyCode.DIGIT0,
        KeyCode.DIGIT0,
        KeyCode.DIGIT0,
        KeyCode.DIGIT0,
        KeyCode.DIGIT0,
        KeyCode.DIGIT0,
        KeyCode.ENTER);

    assertThat(program().desk.asked).containsExactly("redeem 000000");
  }

  @Test
  void switchBetweenRedeemAndLookUpWithF6() {
    type(KeyCode.F6);
    assertThat(program().voucher.modeProperty().get()).isEqualTo(Mode.LOOK_UP);

    type(KeyCode.F6);

    assertThat(program().voucher.modeProperty().get()).isEqualTo(Mode.REDEEM);
  }

  @Test
  void replaceWhatWasLookedUpWithTheNextCodeV15() {
    type(KeyCode.F6, KeyCode.A, KeyCode.ENTER);
    window.act(
        program ->
            program.desk.answer(
                new ScanAnswer(
                    Objects.requireNonNull(SampleFaces.all().get("look-up")),
                    Sounds.Cue.OK,
                    ScanAnswer.Field.HOLD,
                    ScanAnswer.Stay.UNTIL_NEXT)));

    type(KeyCode.B, KeyCode.C, KeyCode.ENTER);

    assertThat(program().desk.asked).hasSize(2);
    assertThat(program().desk.asked.getLast()).isEqualToIgnoringCase("look up bc");
  }

  @Test
  void muteUndoAndClear() {
    type(KeyCode.X, KeyCode.F9, KeyCode.ESCAPE);
    chord(KeyCode.CONTROL, KeyCode.Z);

    assertThat(program().preferences.mutedProperty().get()).isTrue();
    assertThat(program().voucher.scanTextProperty().get()).isEmpty();
    assertThat(program().desk.asked).containsExactly("undo");
  }

  @Test
  void leaveTheScreenWithAltAndComeBackToTheField() {
    chord(KeyCode.ALT, KeyCode.DIGIT2);
    assertThat(program().shell.placeProperty().get()).isEqualTo(Place.INBOX);

    chord(KeyCode.ALT, KeyCode.DIGIT1);
    type(KeyCode.A, KeyCode.ENTER);

    assertThat(program().desk.asked).hasSize(1);
  }

  @Test
  void keepWhatWasTypedWhenTheLanguageChanges() {
    type(KeyCode.DIGIT1, KeyCode.DIGIT2);

    window.act(program -> program.preferences.languageProperty().set(Language.ZH_CN));
    type(KeyCode.DIGIT3, KeyCode.ENTER);

    assertThat(program().desk.asked).containsExactly("redeem 123");
  }

  @Test
  void showAndHideTheOverview() {
    type(KeyCode.F1);
    assertThat(program().shell.shortcutsProperty().get()).isTrue();

    type(KeyCode.ESCAPE);

    assertThat(program().shell.shortcutsProperty().get()).isFalse();
  }
}

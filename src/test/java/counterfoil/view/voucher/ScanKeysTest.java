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
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.InputMethodEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
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
    assertThat(program().voucher.field().textProperty().get()).isEmpty();
    assertThat(program().desk.asked).containsExactly("undo ");
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

  private static final KeyCode[] CODE = {
    KeyCode.K, KeyCode.DIGIT7, KeyCode.Q, KeyCode.M, KeyCode.DIGIT3, KeyCode.X, KeyCode.R, KeyCode.D
  };

  /** Keys some milliseconds apart. */
  private void rhythm(int millis, KeyCode... codes) {
    for (KeyCode code : codes) {
      Fx.run(
          () -> {
            new Robot().keyType(code);
            program().timer.pass(Duration.ofMillis(millis));
          });
    }
    Fx.settle();
  }

  private String text() {
    return program().voucher.field().textProperty().get();
  }

  @Test
  void endAScannersCodeBySilenceWhenItSendsNoEnterV2() {
    rhythm(10, CODE);
    assertThat(program().desk.asked).isEmpty();

    window.act(program -> program.timer.pass(Duration.ofMillis(200)));

    assertThat(program().desk.asked).hasSize(1);
    assertThat(program().desk.asked.getFirst()).isEqualToIgnoringCase("redeem k7qm3xrd");
    assertThat(text()).isEmpty();
  }

  @Test
  void waitForEnterWhenAPersonTypesV5() {
    rhythm(120, CODE);
    window.act(program -> program.timer.pass(Duration.ofMinutes(2)));
    assertThat(program().desk.asked).isEmpty();
    assertThat(text()).isEqualToIgnoringCase("k7qm3xrd");

    type(KeyCode.ENTER);

    assertThat(program().desk.asked).hasSize(1);
  }

  @Test
  void ignoreTheSameCodeForAMomentAndShowItV9() {
    rhythm(10, CODE);
    type(KeyCode.ENTER);
    rhythm(10, CODE);
    type(KeyCode.ENTER);

    assertThat(program().desk.asked).hasSize(1);
    assertThat(program().ports.heard).contains(Sounds.Cue.BOUNCE);
  }

  @Test
  void takeFiftyCodesInABurstInTheirOrderV7() {
    for (int i = 10; i < 60; i++) {
      type(
          KeyCode.DIGIT0,
          KeyCode.DIGIT0,
          KeyCode.valueOf("DIGIT" + i / 10),
          KeyCode.valueOf("DIGIT" + i % 10),
          KeyCode.ENTER);
    }

    assertThat(program().desk.asked)
        .isEqualTo(IntStream.range(10, 60).mapToObj(i -> "redeem 00" + i).toList());
  }

  /** What a toolkit reports of a key whose character an input method or a layout has spoilt. */
  private void spoilt(KeyCode code, String character) {
    Fx.run(
        () -> {
          Node target = node(".scan-field");
          Event.fireEvent(target, key(KeyEvent.KEY_PRESSED, "", code));
          if (!character.isEmpty()) {
            Event.fireEvent(target, key(KeyEvent.KEY_TYPED, character, KeyCode.UNDEFINED));
          }
          Event.fireEvent(target, key(KeyEvent.KEY_RELEASED, "", code));
        });
  }

  private static KeyEvent key(EventType<KeyEvent> type, String character, KeyCode code) {
    return new KeyEvent(type, character, "", code, false, false, false, false);
  }

  @Test
  void readFullWidthLettersAndKeysThatAnInputMethodSwallowedV6() {
    spoilt(KeyCode.K, "Ｋ");
    spoilt(KeyCode.DIGIT7, "７");
    spoilt(KeyCode.Q, "");
    spoilt(KeyCode.M, "");
    type(KeyCode.ENTER);

    assertThat(program().desk.asked).hasSize(1);
    assertThat(program().desk.asked.getFirst()).isEqualToIgnoringCase("redeem k7qm");
  }

  @Test
  void takeWhatAnInputMethodCommitsV6() {
    Fx.run(
        () ->
            Event.fireEvent(
                node(".scan-field"),
                new InputMethodEvent(
                    InputMethodEvent.INPUT_METHOD_TEXT_CHANGED, List.of(), "K7QM", 4)));
    type(KeyCode.ENTER);

    assertThat(program().desk.asked).containsExactly("redeem K7QM");
  }

  @Test
  void editWhatWasTypedAnywhereInTheFieldV13() {
    rhythm(120, KeyCode.DIGIT1, KeyCode.DIGIT3, KeyCode.LEFT, KeyCode.DIGIT2);
    assertThat(text()).isEqualTo("123");
    rhythm(120, KeyCode.END, KeyCode.BACK_SPACE, KeyCode.DIGIT4, KeyCode.HOME, KeyCode.DELETE);
    assertThat(text()).isEqualTo("24");
    chord(KeyCode.SHIFT, KeyCode.RIGHT);
    rhythm(120, KeyCode.DIGIT9);

    type(KeyCode.ENTER);

    assertThat(program().desk.asked).containsExactly("redeem 94");
  }

  @Test
  void pressNoButtonWithTheEndOfACodeV3() {
    focus(".nav-item:current");
    rhythm(10, CODE);
    focus("#status");
    type(KeyCode.ENTER);

    assertThat(program().shell.detailsProperty().get()).isFalse();
    assertThat(program().desk.asked).hasSize(1);
  }

  @Test
  void scanOnWhileAVerdictIsUpAndWhileAnAnswerIsAwaitedV4() {
    window.act(
        program ->
            program.show(
                Objects.requireNonNull(SampleFaces.all().get("refused")),
                ScanAnswer.Stay.UNTIL_NEXT));
    rhythm(10, CODE);
    type(KeyCode.ENTER);
    rhythm(10, KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.DIGIT3, KeyCode.DIGIT4);
    type(KeyCode.ENTER);

    assertThat(program().desk.asked).hasSize(3);
    assertThat(program().desk.waiting).hasSize(2);
  }

  @Test
  void writeTheAmountOfAStoredValueWhileItIsAskedForV27() {
    rhythm(10, CODE);
    type(KeyCode.ENTER);
    window.act(
        program ->
            program.desk.answer(
                new ScanAnswer(
                    Objects.requireNonNull(SampleFaces.all().get("ask-amount")),
                    Sounds.Cue.BOUNCE,
                    ScanAnswer.Field.AMOUNT,
                    ScanAnswer.Stay.UNTIL_NEXT)));
    rhythm(
        120,
        KeyCode.DIGIT8,
        KeyCode.DIGIT7,
        KeyCode.BACK_SPACE,
        KeyCode.NUMPAD8,
        KeyCode.PERIOD,
        KeyCode.DIGIT5);
    assertThat(Fx.call(() -> ((TextField) node(".amount-field")).getText())).isEqualTo("88.5");

    type(KeyCode.ENTER);

    assertThat(program().desk.asked.getLast()).isEqualTo("redeem 8850 fen of 3XRD-K7QM-Z5TB");
  }
}

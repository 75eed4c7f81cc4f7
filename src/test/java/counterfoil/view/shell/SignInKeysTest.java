package counterfoil.view.shell;

import static org.assertj.core.api.Assertions.assertThat;

import counterfoil.fixture.Fx;
import counterfoil.fixture.PaperProgram;
import counterfoil.fixture.PaperWindow;
import counterfoil.viewmodel.Language;
import counterfoil.viewmodel.Theme;
import counterfoil.viewmodel.Wording;
import counterfoil.viewmodel.shell.SignInDesk;
import counterfoil.viewmodel.shell.WindowState;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.input.KeyCode;
import javafx.scene.robot.Robot;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Real key events in a window without a display. */
@DisplayName("The keys of the sign-in")
final class SignInKeysTest {
  private final PaperWindow window = PaperWindow.open(Language.EN, Theme.LIGHT, 1_200, 800);

  @BeforeEach
  void begin() {
    window.act(program -> program.window.enter(WindowState.Stage.SIGN_IN));
  }

  @AfterEach
  void close() {
    window.close();
  }

  private PaperProgram program() {
    return window.program();
  }

  private void type(String text) {
    Fx.run(
        () -> {
          Robot robot = new Robot();
          text.chars()
              .mapToObj(c -> KeyCode.valueOf(Character.toString(c).toUpperCase(Locale.ROOT)))
              .forEach(robot::keyType);
        });
    Fx.settle();
  }

  private void press(KeyCode code) {
    Fx.run(() -> new Robot().keyType(code));
    Fx.settle();
  }

  private void answer(SignInDesk.Outcome outcome) {
    window.act(program -> program.frame.signing.removeFirst().accept(outcome));
  }

  private Node node(String id) {
    return Objects.requireNonNull(window.scene().lookup("#" + id), id);
  }

  private boolean isIn(String id) {
    return Fx.call(
        () -> {
          for (Node at = window.scene().getFocusOwner(); at != null; at = at.getParent()) {
            if (id.equals(at.getId())) {
              return true;
            }
          }
          return false;
        });
  }

  private String note() {
    return Fx.call(() -> ((Label) node("note")).getText());
  }

  private void signIn() {
    type("mei");
    press(KeyCode.ENTER);
    type("secret");
    press(KeyCode.ENTER);
  }

  @Test
  void askForTheCompanyOnceItIsNeededAndGoOnWithThePasswordThatWasTyped() {
    assertThat(node("companyAsked").isVisible()).isFalse();
    signIn();
    answer(new SignInDesk.Outcome.CompanyNeeded());
    assertThat(node("companyAsked").isVisible()).isTrue();
    assertThat(isIn("company")).isTrue();

    type("lakeside");
    press(KeyCode.ENTER);
    assertThat(program().frame.asked)
        .containsExactly(
            "name 2 号台",
            "sign in mei secret",
            "name 2 号台",
            "company lakeside",
            "sign in mei secret");

    answer(new SignInDesk.Outcome.Wrong(Wording.of("sign-in.tries-left", 4)));
    assertThat(program().signIn.messageProperty().get())
        .isEqualTo(Wording.of("sign-in.wrong-company"));
    assertThat(isIn("password")).isTrue();
  }

  @Test
  void showWhatWasTypedByTheEyeAndHideItOnceTheFieldIsEmptied() {
    type("mei");
    press(KeyCode.ENTER);
    type("sec");
    press(KeyCode.TAB);
    press(KeyCode.SPACE);
    type("ret");
    assertThat(program().signIn.passwordProperty().get()).isEqualTo("secret");
    Node shown = node("password").lookup(".text-input:focused");
    assertThat(shown).isNotInstanceOf(PasswordField.class);
    assertThat(shown.getAccessibleText()).isEqualTo("Password");

    press(KeyCode.ENTER);
    answer(new SignInDesk.Outcome.Wrong(Wording.none()));
    assertThat(node("password").lookup(".text-input:focused")).isInstanceOf(PasswordField.class);
  }

  @Test
  void sayHowCapsLockStandsAndHowManyTriesAreLeft() {
    assertThat(note()).isEqualTo("Caps Lock is off");
    program().capsLock = Optional.of(true);
    press(KeyCode.SHIFT);
    assertThat(note()).isEqualTo("Caps Lock is on");
    assertThat(node("note").getPseudoClassStates()).contains(PseudoClass.getPseudoClass("on"));

    program().capsLock = Optional.empty();
    signIn();
    assertThat(node("note").isVisible()).as("nothing is known").isFalse();
    answer(new SignInDesk.Outcome.Wrong(Wording.of("sign-in.tries-left", 1)));
    assertThat(note()).isEqualTo("1 try left");
  }

  @Test
  void takeThePasswordBeforeWhereThisDeviceDoesNotKnowTheNewOne() {
    signIn();
    answer(new SignInDesk.Outcome.WrongHere());
    assertThat(node("previousAsked").isVisible()).isTrue();
    type("newone");
    press(KeyCode.ENTER);
    assertThat(isIn("previous")).isTrue();
    type("before");
    press(KeyCode.ENTER);
    assertThat(program().frame.asked).contains("after mei before newone");
  }

  @Test
  void unfoldWhatToDoWhenOneCannotSignIn() {
    for (int i = 0; i < 30 && !isIn("help") && !isIn("narrowHelp"); i++) {
      press(KeyCode.TAB);
    }
    press(KeyCode.SPACE);
    assertThat(node("helpNote").isVisible()).isTrue();
    press(KeyCode.SPACE);
    assertThat(node("helpNote").isVisible()).isFalse();
  }
}

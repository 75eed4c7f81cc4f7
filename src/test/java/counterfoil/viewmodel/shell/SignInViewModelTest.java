package counterfoil.viewmodel.shell;

import static org.assertj.core.api.Assertions.assertThat;

import counterfoil.fixture.PaperFrame;
import counterfoil.fixture.PaperPorts;
import counterfoil.viewmodel.Language;
import counterfoil.viewmodel.Preferences;
import counterfoil.viewmodel.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The sign-in")
final class SignInViewModelTest {
  private final PaperFrame frame = new PaperFrame();
  private final Preferences preferences = new Preferences(new PaperPorts(), Locale.ENGLISH);
  private final List<StoreTroubleDesk.Kind> broken = new ArrayList<>();
  private final SignInViewModel form =
      new SignInViewModel(frame, preferences, () -> {}, broken::add);

  @Test
  void waitsForAnAccountAndAPassword() {
    form.usernameProperty().set("linxiao");
    form.signIn().execute();

    assertThat(frame.asked).isEmpty();
  }

  @Test
  void asksOnceForADoubleClickAndForgetsThePasswordAfterwards() {
    form.usernameProperty().set(" linxiao ");
    form.passwordProperty().set("secret");
    form.signIn().execute();
    form.signIn().execute();
    assertThat(frame.asked).containsExactly("name 2 号台", "sign in linxiao secret");

    frame.signing.getFirst().accept(new SignInDesk.Outcome.Refused(Wording.literal("no")));

    assertThat(form.passwordProperty().get()).isEmpty();
    assertThat(form.usernameProperty().get()).isEqualTo(" linxiao ");
    assertThat(form.messageProperty().get()).isEqualTo(Wording.literal("no"));
  }

  @Test
  void asksForANameOfTheDeviceUntilTheServerKnowsIt() {
    form.usernameProperty().set("linxiao");
    form.passwordProperty().set("secret");
    form.deviceNameProperty().set("  ");
    form.signIn().execute();
    assertThat(frame.asked).as("a device without a name is not enrolled").isEmpty();

    form.deviceNameProperty().set("收银台 3");
    form.signIn().execute();

    assertThat(frame.asked).containsExactly("name 收银台 3", "sign in linxiao secret");
  }

  @Test
  void goesToTheWaysOutWhenTheLocalStoreCannotBeUsed() {
    form.usernameProperty().set("linxiao");
    form.passwordProperty().set("secret");
    form.signIn().execute();

    frame
        .signing
        .removeFirst()
        .accept(new SignInDesk.Outcome.StoreBroken(StoreTroubleDesk.Kind.KEYS_LOST));

    assertThat(broken).containsExactly(StoreTroubleDesk.Kind.KEYS_LOST);
    assertThat(form.passwordProperty().get()).isEmpty();
  }

  @Test
  void takesTheMessageAwayWithTheNextTry() {
    form.usernameProperty().set("linxiao");
    form.passwordProperty().set("secret");
    form.signIn().execute();
    frame.signing.removeFirst().accept(new SignInDesk.Outcome.Refused(Wording.literal("no")));
    form.passwordProperty().set("better");

    form.signIn().execute();

    assertThat(form.messageProperty().get()).isEqualTo(Wording.none());
  }

  @Test
  void speaksTheOtherLanguageBeforeAnyoneSignedIn() {
    form.switchLanguage().execute();

    assertThat(preferences.languageProperty().get()).isEqualTo(Language.ZH_CN);
  }

  @Test
  void asksForANewPasswordTwiceWhenTheFirstMustBeChanged() {
    form.usernameProperty().set("linxiao");
    form.passwordProperty().set("first");
    form.signIn().execute();
    frame.signing.removeFirst().accept(new SignInDesk.Outcome.MustChangePassword());
    assertThat(form.mustChangeProperty().get()).isTrue();
    form.nextProperty().set("second");
    form.againProperty().set("secund");
    form.signIn().execute();
    assertThat(frame.signing).isEmpty();

    form.againProperty().set("second");
    form.signIn().execute();

    assertThat(frame.asked).contains("change linxiao first second");
    frame.signing.removeFirst().accept(new SignInDesk.Outcome.Done());
    assertThat(form.passwordProperty().get()).isEmpty();
    assertThat(form.nextProperty().get()).isEmpty();
  }
}

package counterfoil.viewmodel.shell;

import counterfoil.viewmodel.Command;
import counterfoil.viewmodel.Language;
import counterfoil.viewmodel.Preferences;
import counterfoil.viewmodel.ScreenWrites;
import counterfoil.viewmodel.Wording;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** Who are you? Works with the server and, for those who signed in here before, without it. */
public final class SignInViewModel {
  private final SignInDesk desk;
  private final Preferences preferences;
  private final StringProperty username = new SimpleStringProperty(this, "username", "");
  private final StringProperty password = new SimpleStringProperty(this, "password", "");
  private final ReadOnlyObjectWrapper<Wording> message =
      new ReadOnlyObjectWrapper<>(this, "message", Wording.none());
  private final Command signIn;
  private final Command changeServer;
  private final Command switchLanguage = Command.of(this::otherLanguage);
  private final Command switchTheme = Command.of(this::otherTheme);

  /**
   * A form on {@code desk}.
   *
   * @param changeServer goes to the choice of a server
   */
  public SignInViewModel(SignInDesk desk, Preferences preferences, Runnable changeServer) {
    this.desk = desk;
    this.preferences = preferences;
    this.signIn =
        Command.lasting(this::attempt, Bindings.and(username.isNotEmpty(), password.isNotEmpty()));
    this.changeServer = Command.of(changeServer);
  }

  private void attempt(Runnable done) {
    char[] secret = password.get().toCharArray();
    message.set(Wording.none());
    desk.signIn(
        username.get().strip(),
        secret,
        outcome -> {
          password.set("");
          switch (outcome) {
            case SignInDesk.Outcome.Done() -> {}
            case SignInDesk.Outcome.Refused(Wording why) -> message.set(why);
          }
          done.run();
        });
  }

  private void otherLanguage() {
    boolean chinese = preferences.languageProperty().get() == Language.ZH_CN;
    preferences.languageProperty().set(chinese ? Language.EN : Language.ZH_CN);
  }

  private void otherTheme() {
    preferences.themeProperty().set(preferences.themeProperty().get().other());
  }

  /** What is known about this device. */
  public SignInDesk.Device device() {
    return desk.device();
  }

  /** The account. */
  @ScreenWrites
  public StringProperty usernameProperty() {
    return username;
  }

  /** The password; emptied after every try. */
  @ScreenWrites
  public StringProperty passwordProperty() {
    return password;
  }

  /** Why the last try failed, and what to do; empty before. */
  public ReadOnlyObjectProperty<Wording> messageProperty() {
    return message.getReadOnlyProperty();
  }

  /** Signs in: {@code Enter}. */
  public Command signIn() {
    return signIn;
  }

  /** Goes to the choice of a server. */
  public Command changeServer() {
    return changeServer;
  }

  /** 中文 ↔ English. */
  public Command switchLanguage() {
    return switchLanguage;
  }

  /** Light ↔ dark. */
  public Command switchTheme() {
    return switchTheme;
  }
}

package counterfoil.viewmodel.shell;

import counterfoil.viewmodel.Command;
import counterfoil.viewmodel.Preferences;
import counterfoil.viewmodel.ScreenWrites;
import counterfoil.viewmodel.Wording;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** Who are you? Works with the server and, for those who signed in here before, without it. */
public final class SignInViewModel {
  private final SignInDesk desk;
  private final Preferences preferences;
  private final Consumer<StoreTroubleDesk.Kind> broken;
  private final StringProperty deviceName = new SimpleStringProperty(this, "deviceName", "");
  private final StringProperty username = new SimpleStringProperty(this, "username", "");
  private final StringProperty password = new SimpleStringProperty(this, "password", "");
  private final StringProperty next = new SimpleStringProperty(this, "next", "");
  private final StringProperty again = new SimpleStringProperty(this, "again", "");
  private final ReadOnlyBooleanWrapper mustChange = new ReadOnlyBooleanWrapper(this, "mustChange");
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
   * @param broken goes to the ways out of a local store that cannot be used
   */
  public SignInViewModel(
      SignInDesk desk,
      Preferences preferences,
      Runnable changeServer,
      Consumer<StoreTroubleDesk.Kind> broken) {
    this.desk = desk;
    this.preferences = preferences;
    this.broken = broken;
    deviceName.set(desk.device().name());
    this.signIn =
        Command.lasting(
            this::attempt,
            Bindings.and(
                Bindings.and(
                    Bindings.and(username.isNotEmpty(), password.isNotEmpty()),
                    Bindings.createBooleanBinding(() -> !deviceName.get().isBlank(), deviceName)),
                Bindings.or(
                    mustChange.not(), Bindings.and(next.isNotEmpty(), again.isNotEmpty()))));
    this.changeServer = Command.of(changeServer);
  }

  private void attempt(Runnable done) {
    message.set(Wording.none());
    desk.nameDevice(deviceName.get());
    if (!mustChange.get()) {
      desk.signIn(username.get().strip(), secret(password), finish(done));
    } else if (next.get().equals(again.get())) {
      desk.changePassword(username.get().strip(), secret(password), secret(next), finish(done));
    } else {
      again.set("");
      message.set(Wording.of("sign-in.next-differs"));
      done.run();
    }
  }

  private static char[] secret(StringProperty field) {
    return field.get().toCharArray();
  }

  private Consumer<SignInDesk.Outcome> finish(Runnable done) {
    return outcome -> {
      next.set("");
      again.set("");
      switch (outcome) {
        case SignInDesk.Outcome.Done() -> beginAnew(Wording.none());
        case SignInDesk.Outcome.Refused(Wording why) -> beginAnew(why);
        case SignInDesk.Outcome.StoreBroken(StoreTroubleDesk.Kind why) -> {
          beginAnew(Wording.none());
          broken.accept(why);
        }
        case SignInDesk.Outcome.MustChangePassword() -> {
          mustChange.set(true);
          message.set(Wording.of("sign-in.must-change"));
        }
        case SignInDesk.Outcome.PasswordNotTaken() ->
            message.set(Wording.of("sign-in.next-not-taken"));
      }
      done.run();
    };
  }

  private void beginAnew(Wording why) {
    mustChange.set(false);
    password.set("");
    message.set(why);
  }

  private void otherLanguage() {
    preferences.languageProperty().set(preferences.languageProperty().get().other());
  }

  private void otherTheme() {
    preferences.themeProperty().set(preferences.themeProperty().get().other());
  }

  /** What is known about this device. */
  public SignInDesk.Device device() {
    return desk.device();
  }

  /** What the server shall call this device; asked until it is enrolled. */
  @ScreenWrites
  public StringProperty deviceNameProperty() {
    return deviceName;
  }

  /** The account. */
  @ScreenWrites
  public StringProperty usernameProperty() {
    return username;
  }

  /** The new password, where the old one must be changed. */
  @ScreenWrites
  public StringProperty nextProperty() {
    return next;
  }

  /** The new password once more, against a slip of the finger. */
  @ScreenWrites
  public StringProperty againProperty() {
    return again;
  }

  /** Whether a new password must be chosen now. */
  public ReadOnlyBooleanProperty mustChangeProperty() {
    return mustChange.getReadOnlyProperty();
  }

  /** The password; emptied after every try, but kept while a new one is chosen. */
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

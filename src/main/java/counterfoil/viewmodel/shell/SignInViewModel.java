package counterfoil.viewmodel.shell;

import counterfoil.viewmodel.Command;
import counterfoil.viewmodel.Preferences;
import counterfoil.viewmodel.ScreenWrites;
import counterfoil.viewmodel.Wording;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * Who are you? Works with the server and, for those who signed in here before, without it. What is
 * asked besides account and password is asked only once it is needed: the company where the server
 * holds several, the previous password where it was changed elsewhere, a new one where it must be
 * changed.
 */
public final class SignInViewModel {
  private final SignInDesk desk;
  private final Preferences preferences;
  private final Consumer<StoreTroubleDesk.Kind> broken;
  private final StringProperty deviceName = text("deviceName");
  private final StringProperty company = text("company");
  private final StringProperty username = text("username");
  private final StringProperty password = text("password");
  private final StringProperty previous = text("previous");
  private final StringProperty next = text("next");
  private final StringProperty again = text("again");
  private final ReadOnlyBooleanWrapper companyAsked = flag("companyAsked");
  private final ReadOnlyBooleanWrapper previousAsked = flag("previousAsked");
  private final ReadOnlyBooleanWrapper mustChange = flag("mustChange");
  private final ReadOnlyBooleanWrapper helpShown = flag("helpShown");
  private final ReadOnlyObjectWrapper<Wording> message = wording("message");
  private final ReadOnlyObjectWrapper<Wording> triesLeft = wording("triesLeft");
  private final Command signIn;
  private final Command changeServer;
  private final Command help = Command.of(() -> helpShown.set(!helpShown.get()));
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
    SignInDesk.Device device = desk.device();
    deviceName.set(device.name());
    company.set(device.company());
    companyAsked.set(!device.enrolled() && !device.company().isEmpty());
    this.signIn = Command.lasting(this::attempt, complete());
    this.changeServer = Command.of(changeServer);
  }

  private StringProperty text(String name) {
    return new SimpleStringProperty(this, name, "");
  }

  private ReadOnlyBooleanWrapper flag(String name) {
    return new ReadOnlyBooleanWrapper(this, name);
  }

  private ReadOnlyObjectWrapper<Wording> wording(String name) {
    return new ReadOnlyObjectWrapper<>(this, name, Wording.none());
  }

  /** Whether all is filled in that is asked; the previous password may stay empty. */
  private BooleanBinding complete() {
    return Bindings.createBooleanBinding(
        () ->
            !username.get().isEmpty()
                && !password.get().isEmpty()
                && !deviceName.get().isBlank()
                && !(companyAsked.get() && company.get().isBlank())
                && !(mustChange.get() && (next.get().isEmpty() || again.get().isEmpty())),
        username,
        password,
        deviceName,
        companyAsked,
        company,
        mustChange,
        next,
        again);
  }

  private void attempt(Runnable done) {
    message.set(Wording.none());
    triesLeft.set(Wording.none());
    desk.nameDevice(deviceName.get());
    if (companyAsked.get()) {
      desk.nameCompany(company.get());
    }
    String who = username.get().strip();
    if (!mustChange.get()) {
      if (previous.get().isEmpty()) {
        desk.signIn(who, secret(password), finish(done));
      } else {
        desk.signInAfterChange(who, secret(previous), secret(password), finish(done));
      }
    } else if (next.get().equals(again.get())) {
      desk.changePassword(who, secret(password), secret(next), finish(done));
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
      show(outcome);
      done.run();
    };
  }

  private void show(SignInDesk.Outcome outcome) {
    switch (outcome) {
      case SignInDesk.Outcome.Done() -> beginAnew(Wording.none());
      case SignInDesk.Outcome.Refused(Wording why) -> beginAnew(why);
      case SignInDesk.Outcome.Wrong(Wording left) -> {
        beginAnew(Wording.of(companyAsked.get() ? "sign-in.wrong-company" : "sign-in.wrong"));
        triesLeft.set(left);
      }
      case SignInDesk.Outcome.WrongHere() -> {
        beginAnew(Wording.of("sign-in.wrong-here"));
        previousAsked.set(true);
      }
      case SignInDesk.Outcome.CompanyNeeded() -> {
        companyAsked.set(true);
        message.set(Wording.of("sign-in.company-needed"));
      }
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
  }

  private void beginAnew(Wording why) {
    mustChange.set(false);
    previousAsked.set(false);
    previous.set("");
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

  /** Which of the server's companies, by name. */
  @ScreenWrites
  public StringProperty companyProperty() {
    return company;
  }

  /** Whether the server holds several companies, so that one must be named. */
  public ReadOnlyBooleanProperty companyAskedProperty() {
    return companyAsked.getReadOnlyProperty();
  }

  /** The account. */
  @ScreenWrites
  public StringProperty usernameProperty() {
    return username;
  }

  /** The password; emptied after every try, but kept while something else is asked. */
  @ScreenWrites
  public StringProperty passwordProperty() {
    return password;
  }

  /** The password that this device still knows; may stay empty. */
  @ScreenWrites
  public StringProperty previousProperty() {
    return previous;
  }

  /** Whether this device does not know the password, so that the one before may be given too. */
  public ReadOnlyBooleanProperty previousAskedProperty() {
    return previousAsked.getReadOnlyProperty();
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

  /** Why the last try failed, and what to do; empty before. */
  public ReadOnlyObjectProperty<Wording> messageProperty() {
    return message.getReadOnlyProperty();
  }

  /** How many wrong tries the server still answers, once it has said so; else empty. */
  public ReadOnlyObjectProperty<Wording> triesLeftProperty() {
    return triesLeft.getReadOnlyProperty();
  }

  /** Whether it is shown what to do when one cannot sign in. */
  public ReadOnlyBooleanProperty helpShownProperty() {
    return helpShown.getReadOnlyProperty();
  }

  /** Signs in: {@code Enter}. */
  public Command signIn() {
    return signIn;
  }

  /** Goes to the choice of a server. */
  public Command changeServer() {
    return changeServer;
  }

  /** Shows or hides what to do when one cannot sign in. */
  public Command help() {
    return help;
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

package counterfoil.viewmodel.shell;

import counterfoil.client.work.ScanInput;
import counterfoil.client.work.SignInAnswer;
import counterfoil.client.work.SigningIn;
import counterfoil.client.work.Source;
import counterfoil.viewmodel.Command;
import counterfoil.viewmodel.ScreenWrites;
import counterfoil.viewmodel.Wording;
import counterfoil.viewmodel.port.Background;
import java.util.Arrays;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * The locked program: the same person opens it with the password, another one signs in. A scan is
 * told from typing, so that it never counts as a wrong password and never vanishes without a word.
 */
public final class LockViewModel {
  private final SigningIn work;
  private final Background background;
  private final String person;
  private final Runnable opened;
  private final ScanInput keys = ScanInput.usual();
  private final StringProperty password = new SimpleStringProperty(this, "password", "");
  private final ReadOnlyObjectWrapper<Wording> message =
      new ReadOnlyObjectWrapper<>(this, "message", Wording.none());
  private final Command unlock;
  private final Command signOut;

  /**
   * A locked program.
   *
   * @param person who is signed in
   * @param opened goes back to work
   * @param signOut leaves the session, for another person to sign in
   */
  public LockViewModel(
      SigningIn work, Background background, String person, Runnable opened, Runnable signOut) {
    this.work = work;
    this.background = background;
    this.person = person;
    this.opened = opened;
    this.unlock = Command.lasting(this::open, password.isNotEmpty());
    this.signOut = Command.of(signOut);
  }

  private void open(Runnable done) {
    char[] secret = password.get().toCharArray();
    password.set("");
    message.set(Wording.none());
    background.run(
        () -> work.unlock(secret),
        this::show,
        () -> {
          Arrays.fill(secret, '\0');
          done.run();
        });
  }

  private void show(SignInAnswer answer) {
    switch (SignInCounter.outcome(answer)) {
      case SignInDesk.Outcome.Done() -> opened.run();
      case SignInDesk.Outcome.Refused(Wording why) -> message.set(why);
      case SignInDesk.Outcome.Wrong _, SignInDesk.Outcome.WrongHere _ ->
          message.set(Wording.of("sign-in.wrong"));
      case SignInDesk.Outcome.CompanyNeeded _,
          SignInDesk.Outcome.MustChangePassword _,
          SignInDesk.Outcome.PasswordNotTaken _,
          SignInDesk.Outcome.StoreBroken _ ->
          signOut.execute();
    }
  }

  /**
   * A key went down.
   *
   * @return whether it ended a scan, and must not reach the password field
   */
  public boolean pressed(String code, boolean shift, boolean shortcut, long nanos) {
    return scanned(keys.pressed(code, shift, shortcut, nanos));
  }

  /** A press or an input method made a text. */
  public void typed(String text, long nanos) {
    scanned(keys.typed(text, nanos));
  }

  /** A key came up. */
  public void released(String code, long nanos) {
    scanned(keys.released(code, nanos));
  }

  private boolean scanned(List<ScanInput.Event> events) {
    boolean scan =
        events.stream()
            .anyMatch(
                event ->
                    switch (event) {
                      case ScanInput.Event.Code(String _, Source source) ->
                          source == Source.SCANNER;
                      case ScanInput.Event.Bounced _ -> true;
                      case ScanInput.Event.Entry _, ScanInput.Event.TooLong _ -> false;
                    });
    if (scan) {
      password.set("");
      message.set(Wording.of("lock.scanned"));
    }
    return scan;
  }

  /** Who is signed in. */
  public String person() {
    return person;
  }

  /** The password; emptied with every try. */
  @ScreenWrites
  public StringProperty passwordProperty() {
    return password;
  }

  /** What came of the last try or scan; empty before. */
  public ReadOnlyObjectProperty<Wording> messageProperty() {
    return message.getReadOnlyProperty();
  }

  /** Opens the program again: {@code Enter}. */
  public Command unlock() {
    return unlock;
  }

  /** Leaves the session. */
  public Command signOut() {
    return signOut;
  }
}

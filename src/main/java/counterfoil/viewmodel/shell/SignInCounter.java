package counterfoil.viewmodel.shell;

import counterfoil.client.work.Account;
import counterfoil.client.work.ConnectionStatus;
import counterfoil.client.work.FaultKind;
import counterfoil.client.work.SignInAnswer;
import counterfoil.client.work.SigningIn;
import counterfoil.viewmodel.Wording;
import counterfoil.viewmodel.port.Background;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** Signing in at this device, with the server or without it. Passwords are cleared once used. */
public final class SignInCounter implements SignInDesk {
  private final SigningIn work;
  private final Background background;
  private final Device device;
  private final Consumer<Account> entered;

  /**
   * A desk over {@code work}.
   *
   * @param before what {@link SigningIn#before} said, read off the interface thread
   * @param clock this computer's clock
   * @param zone of this computer, for a person has no tenant yet
   * @param entered takes over when a person has signed in, on the interface thread
   */
  public SignInCounter(
      SigningIn work,
      Background background,
      SigningIn.Before before,
      InstantSource clock,
      ZoneId zone,
      Consumer<Account> entered) {
    this.work = work;
    this.background = background;
    this.entered = entered;
    Instant now = clock.instant();
    this.device =
        new Device(
            Wording.none(),
            Wording.literal(before.deviceName()),
            before.server(),
            before
                .lastSync()
                .<Wording>map(at -> new Wording.RoughSpan(since(at, now)))
                .orElse(Wording.literal("–")),
            before.queue(),
            now.atZone(zone).toLocalDate(),
            before.enrolled(),
            Wording.none());
  }

  private static Duration since(Instant at, Instant now) {
    Duration age = Duration.between(at, now);
    return age.isNegative() ? Duration.ZERO : age;
  }

  @Override
  public Device device() {
    return device;
  }

  @Override
  public void signIn(String username, char[] password, Consumer<Outcome> outcome) {
    attempt(() -> work.signIn(username, password), outcome, password);
  }

  @Override
  public void changePassword(
      String username, char[] password, char[] next, Consumer<Outcome> outcome) {
    attempt(() -> work.changePassword(username, password, next), outcome, password, next);
  }

  private void attempt(Callable<SignInAnswer> act, Consumer<Outcome> outcome, char[]... secrets) {
    boolean[] told = new boolean[1];
    background.run(
        act,
        answer -> {
          told[0] = true;
          outcome.accept(outcome(answer));
          if (answer instanceof SignInAnswer.SignedIn(Account account)) {
            entered.accept(account);
          }
        },
        () -> {
          for (char[] secret : secrets) {
            Arrays.fill(secret, '\0');
          }
          if (!told[0]) {
            outcome.accept(new Outcome.Refused(Wording.of("sign-in.fault", "E-SIGN-IN")));
          }
        });
  }

  /** What an answer means for a form. */
  static Outcome outcome(SignInAnswer answer) {
    return switch (answer) {
      case SignInAnswer.SignedIn _ -> new Outcome.Done();
      case SignInAnswer.MustChangePassword() -> new Outcome.MustChangePassword();
      case SignInAnswer.Wrong() -> refused("sign-in.wrong");
      case SignInAnswer.Locked(Duration wait) ->
          new Outcome.Refused(Wording.of("sign-in.locked", new Wording.Span(wait)));
      case SignInAnswer.DeviceKnown() -> refused("sign-in.device-known");
      case SignInAnswer.OtherPersonNeeded() -> refused("sign-in.other-person");
      case SignInAnswer.DeviceBlocked() -> refused("sign-in.device-blocked");
      case SignInAnswer.NotKnownOffline(ConnectionStatus.Trouble trouble) ->
          new Outcome.Refused(Wording.of("sign-in.not-known-offline", TroubleWords.of(trouble)));
      case SignInAnswer.TooOld() -> refused("trouble.too-old");
      case SignInAnswer.PasswordNotTaken _ -> new Outcome.PasswordNotTaken();
      case SignInAnswer.Fault(FaultKind _, String incident) ->
          new Outcome.Refused(Wording.of("sign-in.fault", incident));
    };
  }

  private static Outcome refused(String key) {
    return new Outcome.Refused(Wording.of(key));
  }
}

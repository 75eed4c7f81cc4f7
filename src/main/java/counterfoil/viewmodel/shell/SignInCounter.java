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
import java.time.LocalDate;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** Signing in at this device, with the server or without it. Passwords are cleared once used. */
public final class SignInCounter implements SignInDesk {
  private final SigningIn work;
  private final Background background;
  private final Device device;
  private final Consumer<Account> entered;
  private String name = "";
  private String company = "";

  /**
   * What this device shows of itself.
   *
   * @param before what {@link SigningIn#before} said, read off the interface thread
   * @param store the store that was worked for here last; empty for a new device
   * @param offlineDays days that one may sign in offline; 0 where that is not known
   * @param leftBehind acts on this computer that wait for another server, in words; may be empty
   * @param sample whether the business is the sample
   * @param today the day on this computer, for a person has no tenant yet
   * @param now this computer's time
   */
  public record Known(
      SigningIn.Before before,
      String store,
      long offlineDays,
      Wording leftBehind,
      boolean sample,
      LocalDate today,
      Instant now) {}

  /**
   * A desk over {@code work}.
   *
   * @param entered takes over when a person has signed in, on the interface thread
   */
  public SignInCounter(
      SigningIn work, Background background, Known known, Consumer<Account> entered) {
    this.work = work;
    this.background = background;
    this.entered = entered;
    this.device = device(known);
  }

  private static Device device(Known known) {
    SigningIn.Before before = known.before();
    return new Device(
        Wording.literal(known.store()),
        before.deviceName(),
        before.company(),
        known.sample()
            ? Wording.of("sign-in.server.sample")
            : Wording.literal(before.server().replaceFirst("^[a-z]+://", "")),
        before.server().startsWith("https:"),
        before
            .lastSync()
            .<Wording>map(
                at -> Wording.of("sign-in.ago", new Wording.RoughSpan(since(at, known.now()))))
            .orElse(Wording.literal("–")),
        before.queue(),
        known.today(),
        before.enrolled(),
        before.enrolled() && known.offlineDays() > 0
            ? Wording.of("sign-in.offline-hint", known.offlineDays())
            : Wording.none(),
        known.leftBehind());
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
  public void signInAfterChange(
      String username, char[] previous, char[] password, Consumer<Outcome> outcome) {
    attempt(
        () -> work.signInAfterChange(username, previous, password), outcome, previous, password);
  }

  @Override
  public void changePassword(
      String username, char[] password, char[] next, Consumer<Outcome> outcome) {
    attempt(() -> work.changePassword(username, password, next), outcome, password, next);
  }

  @Override
  public void nameDevice(String typed) {
    name = typed;
  }

  @Override
  public void nameCompany(String typed) {
    company = typed;
  }

  private void attempt(Callable<SignInAnswer> act, Consumer<Outcome> outcome, char[]... secrets) {
    boolean[] told = new boolean[1];
    String given = device.enrolled() ? "" : name;
    String asked = device.enrolled() ? "" : company;
    background.run(
        () -> {
          work.nameDevice(given);
          work.nameCompany(asked);
          return act.call();
        },
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
      case SignInAnswer.Wrong(OptionalInt left) -> new Outcome.Wrong(triesLeft(left));
      case SignInAnswer.WrongHere() -> new Outcome.WrongHere();
      case SignInAnswer.CompanyNeeded() -> new Outcome.CompanyNeeded();
      case SignInAnswer.OtherBusiness() -> refused("sign-in.other-business");
      case SignInAnswer.Locked(Duration wait) ->
          new Outcome.Refused(Wording.of("sign-in.locked", new Wording.Span(wait)));
      case SignInAnswer.DeviceKnown() -> refused("sign-in.device-known");
      case SignInAnswer.OtherPersonNeeded() -> refused("sign-in.other-person");
      case SignInAnswer.DeviceBlocked() -> refused("sign-in.device-blocked");
      case SignInAnswer.NotKnownOffline(ConnectionStatus.Trouble trouble) ->
          new Outcome.Refused(Wording.of("sign-in.not-known-offline", TroubleWords.of(trouble)));
      case SignInAnswer.TooOld() -> refused("trouble.too-old");
      case SignInAnswer.PasswordNotTaken() -> new Outcome.PasswordNotTaken();
      case SignInAnswer.KeysLost() -> new Outcome.StoreBroken(StoreTroubleDesk.Kind.KEYS_LOST);
      case SignInAnswer.Fault(FaultKind kind, String incident) -> fault(kind, incident);
    };
  }

  private static Wording triesLeft(OptionalInt left) {
    return left.isEmpty() ? Wording.none() : Wording.of("sign-in.tries-left", left.getAsInt());
  }

  private static Outcome fault(FaultKind kind, String incident) {
    return switch (kind) {
      case STORE_DAMAGED -> new Outcome.StoreBroken(StoreTroubleDesk.Kind.DAMAGED);
      case DISK_FULL -> refused("sign-in.disk-full");
      case DISK_READ_ONLY -> refused("sign-in.read-only");
      case STORE_UNUSABLE, SERVER, SIGNED_OUT, BROKEN_OFF ->
          new Outcome.Refused(Wording.of("sign-in.fault", incident));
    };
  }

  private static Outcome refused(String key) {
    return new Outcome.Refused(Wording.of(key));
  }
}

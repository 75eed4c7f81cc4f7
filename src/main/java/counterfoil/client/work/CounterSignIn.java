package counterfoil.client.work;

import counterfoil.client.cache.Cache;
import counterfoil.client.cache.StorageFailure;
import counterfoil.client.cache.VaultResult;
import counterfoil.client.session.Person;
import counterfoil.client.session.Session;
import counterfoil.client.session.SignInResult;
import counterfoil.protocol.Problem;
import counterfoil.protocol.ProblemCode;
import counterfoil.protocol.StoreRow;
import counterfoil.protocol.TenantRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Signing in over the session; an exchange follows at once. */
public final class CounterSignIn implements SigningIn {
  private static final Logger LOG = LoggerFactory.getLogger(CounterSignIn.class);
  private static final Duration UNKNOWN_WAIT = Duration.ofMinutes(15);

  private final Cache cache;
  private final Session session;
  private final SyncDriver driver;
  private final String server;
  private final Naming naming;

  /**
   * Over a session.
   *
   * @param server the server's address, to be shown
   * @param naming what people call this device and the company
   */
  public CounterSignIn(
      Cache cache, Session session, SyncDriver driver, String server, Naming naming) {
    this.cache = cache;
    this.session = session;
    this.driver = driver;
    this.server = server;
    this.naming = naming;
  }

  /** What people call this device and the company. */
  public record Naming(DeviceName device, CompanyName company) {}

  @Override
  public Before before() {
    return new Before(
        server,
        naming.device().get(),
        naming.company().get().orElse(""),
        !cache.isNew(),
        cache.outbox().queue().waiting(),
        cache.feed().syncedAt());
  }

  @FunctionalInterface
  private interface Try {
    SignInResult now() throws IOException;
  }

  @Override
  public SignInAnswer signIn(String username, char[] password) {
    return answer(() -> session.signIn(username, password));
  }

  @Override
  public SignInAnswer signInAfterChange(String username, char[] previous, char[] password) {
    return answer(() -> session.signInAfterChange(username, previous, password));
  }

  @Override
  public SignInAnswer changePassword(String username, char[] password, char[] next) {
    return answer(() -> session.changePassword(username, password, next));
  }

  private SignInAnswer answer(Try attempt) {
    try {
      SignInAnswer answer = answer(attempt.now());
      driver.syncNow();
      return answer;
    } catch (StorageFailure failure) {
      LOG.error("signing in cannot use the local store", failure);
      FaultKind kind = Faults.of(failure.problem());
      return new SignInAnswer.Fault(kind, Faults.incident(kind));
    } catch (IOException e) {
      LOG.error("signing in cannot use the local store", e);
      return new SignInAnswer.Fault(
          FaultKind.STORE_UNUSABLE, Faults.incident(FaultKind.STORE_UNUSABLE));
    }
  }

  private SignInAnswer answer(SignInResult result) {
    ConnectionStatus.Trouble trouble =
        Optional.ofNullable(driver.status().lastProblem())
            .orElse(ConnectionStatus.Trouble.UNREACHABLE);
    return switch (result) {
      case SignInResult.SignedIn(Person who) -> new SignInAnswer.SignedIn(account(who));
      case SignInResult.Wrong(OptionalInt left) -> new SignInAnswer.Wrong(left);
      case SignInResult.WrongHere() -> new SignInAnswer.WrongHere();
      case SignInResult.CompanyNeeded() -> new SignInAnswer.CompanyNeeded();
      case SignInResult.OtherBusiness() -> new SignInAnswer.OtherBusiness();
      case SignInResult.OtherPersonNeeded() -> new SignInAnswer.OtherPersonNeeded();
      case SignInResult.MustChangePassword() -> new SignInAnswer.MustChangePassword();
      case SignInResult.Refused(Problem problem, Optional<Duration> after) ->
          refused(problem, after);
      case SignInResult.NotKnownOffline() -> new SignInAnswer.NotKnownOffline(trouble);
      case SignInResult.VaultBroken(boolean _) -> new SignInAnswer.KeysLost();
    };
  }

  private static SignInAnswer refused(Problem problem, Optional<Duration> after) {
    Optional<ProblemCode> code = problem.known();
    if (code.equals(Optional.of(ProblemCode.SIGN_IN_LOCKED))) {
      return new SignInAnswer.Locked(after.orElse(UNKNOWN_WAIT));
    }
    if (code.equals(Optional.of(ProblemCode.DEVICE_KNOWN))) {
      return new SignInAnswer.DeviceKnown();
    }
    if (code.equals(Optional.of(ProblemCode.DEVICE_BLOCKED))) {
      return new SignInAnswer.DeviceBlocked();
    }
    if (code.equals(Optional.of(ProblemCode.CLIENT_TOO_OLD))) {
      return new SignInAnswer.TooOld();
    }
    if (code.equals(Optional.of(ProblemCode.INVALID_REQUEST))) {
      return new SignInAnswer.PasswordNotTaken();
    }
    return new SignInAnswer.Fault(
        FaultKind.SERVER, problem.text("incident").orElse(Faults.incident(FaultKind.SERVER)));
  }

  private Account account(Person who) {
    Map<String, String> stores = new HashMap<>();
    who.actor()
        .stores()
        .forEach(id -> stores.put(id, cache.directory().store(id).map(StoreRow::name).orElse(id)));
    return new Account(
        who.actor(),
        who.grant().user().name(),
        cache.directory().tenant().map(TenantRow::name).orElse(""),
        stores,
        cache.device().id().orElse(""),
        naming.device().get(),
        who.online(),
        who.readOnly());
  }

  @Override
  public void nameDevice(String name) {
    naming.device().keep(name);
  }

  @Override
  public void nameCompany(String name) {
    naming.company().keep(name);
  }

  @Override
  public Optional<Account> account() {
    return session.person().map(this::account);
  }

  @Override
  public void touch() {
    session.touch();
  }

  @Override
  public boolean lockIfIdle() {
    return session.lockIfIdle();
  }

  @Override
  public void lock() {
    session.lock();
  }

  @Override
  public SignInAnswer unlock(char[] password) {
    return answer(
        () ->
            switch (session.unlock(password)) {
              case VaultResult.Open _ -> new SignInResult.SignedIn(session.person().orElseThrow());
              case VaultResult.WrongPassword _, VaultResult.UnknownPerson _ ->
                  new SignInResult.Wrong(OptionalInt.empty());
              case VaultResult.Missing _ -> new SignInResult.VaultBroken(true);
              case VaultResult.Damaged _ -> new SignInResult.VaultBroken(false);
            });
  }

  @Override
  public void signOut() {
    try {
      session.signOut();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

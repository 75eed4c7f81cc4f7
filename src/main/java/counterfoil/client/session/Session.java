package counterfoil.client.session;

import counterfoil.client.cache.Cache;
import counterfoil.client.cache.Device;
import counterfoil.client.cache.VaultResult;
import counterfoil.protocol.Problem;
import counterfoil.protocol.ProblemCode;
import counterfoil.protocol.SessionGrant;
import counterfoil.protocol.SessionRequest;
import counterfoil.protocol.TokenPair;
import java.io.IOException;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Who works at this device. The device's key lies in the vault, so a known person's vault is opened
 * first and the server asked then; on a new store the server is asked first, so that a mistyped
 * password never becomes the password of the vault.
 *
 * <p>Signing out ends the session and leaves the keys in memory until the idle time is over, so
 * that the next clerk of a shift, whose first sign-in this may be, can be enrolled.
 */
public final class Session {
  private final Cache cache;
  private final AccountServer server;
  private final ServerClock clock;
  private final SessionOptions options;
  private final GrantStore grants;
  private @Nullable Person person;
  private @Nullable String username;
  private @Nullable Device made;

  /** Written by every key and click, which must not wait for a request in flight. */
  private volatile Instant lastTouch;

  /** A session with nobody signed in. */
  public Session(Cache cache, AccountServer server, ServerClock clock, SessionOptions options) {
    this.cache = cache;
    this.server = server;
    this.clock = clock;
    this.options = options;
    this.grants = new GrantStore(cache.secrets());
    this.lastTouch = clock.instant();
  }

  /**
   * What proves a request: a token and the key that it is bound to.
   *
   * @param tokens the present tokens
   * @param device signs the proofs
   */
  public record Access(TokenPair tokens, Device device) {}

  /**
   * Signs in with the server; without it where this person signed in here before.
   *
   * @param typed the user name as typed
   * @param password is not kept; the caller wipes it
   * @throws IOException when the file with the wrapped keys cannot be written
   */
  public synchronized SignInResult signIn(String typed, char[] password) throws IOException {
    String name = plain(typed);
    if (cache.isNew()) {
      return signInHere(name, password);
    }
    VaultResult opened = cache.unlock(vaultName(name), password);
    return switch (opened) {
      case VaultResult.Open _ -> signInHere(name, password);
      case VaultResult.UnknownPerson _ ->
          cache.vault().isOpen()
              ? signInHere(name, password)
              : new SignInResult.OtherPersonNeeded();
      case VaultResult.WrongPassword _ ->
          cache.vault().isOpen() ? signInHere(name, password) : new SignInResult.WrongHere();
      case VaultResult.Missing _ -> new SignInResult.VaultBroken(true);
      case VaultResult.Damaged _ -> new SignInResult.VaultBroken(false);
    };
  }

  /**
   * Signs in after the password was changed elsewhere.
   *
   * @param previous the password that this device still knows
   * @param now the password that the server takes
   */
  public synchronized SignInResult signInAfterChange(String typed, char[] previous, char[] now)
      throws IOException {
    return switch (cache.unlock(vaultName(typed), previous)) {
      // Without the server nobody can tell whether the new password is right.
      case VaultResult.Open _ ->
          online(plain(typed), now, device()).orElseGet(SignInResult.NotKnownOffline::new);
      case VaultResult.WrongPassword _ -> new SignInResult.WrongHere();
      case VaultResult.UnknownPerson _ -> new SignInResult.OtherPersonNeeded();
      case VaultResult.Missing _ -> new SignInResult.VaultBroken(true);
      case VaultResult.Damaged _ -> new SignInResult.VaultBroken(false);
    };
  }

  /** Changes a password that must be changed, and signs in with the new one. */
  public synchronized SignInResult changePassword(String typed, char[] password, char[] next)
      throws IOException {
    String name = plain(typed);
    if (!cache.isNew()
        && !(cache.unlock(vaultName(name), password) instanceof VaultResult.Open)
        && !cache.vault().isOpen()) {
      return new SignInResult.WrongHere();
    }
    Device device = device();
    var changed = server.changePassword(request(name, password, device), new String(next), device);
    return switch (changed) {
      case AccountServer.Reply.Got<Instant> _ -> signInWith(name, next, device);
      case AccountServer.Reply.Refused<Instant>(Problem problem, Optional<Duration> retryAfter) ->
          refused(problem, retryAfter);
      case AccountServer.Reply.Unreachable<Instant> _ -> new SignInResult.NotKnownOffline();
    };
  }

  private SignInResult signInHere(String name, char[] password) throws IOException {
    return signInWith(name, password, device());
  }

  /** The kept device; before it is kept the same made one at every try. */
  private Device device() {
    if (!cache.isNew() && cache.device().id().isPresent()) {
      return cache.device().get().orElseThrow();
    }
    Device device = made == null ? cache.device().make(options.ids().get()) : made;
    made = device;
    return device;
  }

  private SignInResult signInWith(String name, char[] password, Device device) throws IOException {
    Optional<SignInResult> answer = online(name, password, device);
    return answer.isPresent() ? answer.get() : offline(name, password);
  }

  /** What the server says; empty when it is out of reach. */
  private Optional<SignInResult> online(String name, char[] password, Device device)
      throws IOException {
    var answer = server.signIn(request(name, password, device), device);
    return switch (answer) {
      case AccountServer.Reply.Got<SessionGrant>(SessionGrant grant, Instant _)
          when grant.user().mustChangePassword() ->
          Optional.of(new SignInResult.MustChangePassword());
      case AccountServer.Reply.Got<SessionGrant>(SessionGrant grant, Instant serverTime) ->
          Optional.of(granted(name, password, device, grant, serverTime));
      case AccountServer.Reply.Refused<SessionGrant>(Problem problem, Optional<Duration> retry) ->
          Optional.of(refused(problem, retry));
      case AccountServer.Reply.Unreachable<SessionGrant> _ -> Optional.empty();
    };
  }

  private SignInResult granted(
      String name, char[] password, Device device, SessionGrant grant, Instant serverTime)
      throws IOException {
    if (cache.device().tenant().filter(own -> !own.equals(grant.tenant())).isPresent()) {
      return new SignInResult.OtherBusiness();
    }
    if (cache.isNew()) {
      cache.createVault(vaultName(name), password);
    } else {
      cache.vault().enrol(vaultName(name), password);
    }
    if (cache.device().id().isEmpty()) {
      cache.device().keep(device, grant.tenant());
    }
    clock.heard(serverTime);
    grants.put(token(name), grant, serverTime);
    return signedIn(name, new Person(grant, serverTime, true, false));
  }

  private SignInResult refused(Problem problem, Optional<Duration> retryAfter) {
    return switch (problem.known().orElse(ProblemCode.INTERNAL)) {
      case SIGN_IN_FAILED -> new SignInResult.Wrong(triesLeft(problem));
      case TENANT_NEEDED -> new SignInResult.CompanyNeeded();
      case TENANT_UNKNOWN -> new SignInResult.OtherBusiness();
      default -> new SignInResult.Refused(problem, retryAfter);
    };
  }

  private static OptionalInt triesLeft(Problem problem) {
    return problem
        .number("tries_left")
        .map(left -> OptionalInt.of(Math.clamp(left, 0, 99)))
        .orElse(OptionalInt.empty());
  }

  private SignInResult offline(String name, char[] password) throws IOException {
    if (cache.isNew()) {
      return new SignInResult.NotKnownOffline();
    }
    switch (cache.unlock(vaultName(name), password)) {
      case VaultResult.Open _ -> {}
      case VaultResult.WrongPassword _ -> {
        return new SignInResult.Wrong(OptionalInt.empty());
      }
      case VaultResult.UnknownPerson _, VaultResult.Missing _, VaultResult.Damaged _ -> {
        return new SignInResult.NotKnownOffline();
      }
    }
    Optional<GrantStore.Kept> kept = grants.get(token(name));
    if (kept.isEmpty()) {
      return new SignInResult.NotKnownOffline();
    }
    Instant at = kept.get().at();
    boolean readOnly = clock.instant().isAfter(at.plus(offlineDays()));
    return signedIn(name, new Person(kept.get().grant(), at, false, readOnly));
  }

  /** How long after the last online sign-in one may act without the server. */
  private Duration offlineDays() {
    long days = cache.directory().tenant().map(tenant -> tenant.offlineSignInDays()).orElse(7L);
    return Duration.ofDays(days);
  }

  private SignInResult signedIn(String name, Person who) {
    username = name;
    person = who;
    touch();
    return new SignInResult.SignedIn(who);
  }

  /** Who is signed in; stays while the vault is locked. */
  public synchronized Optional<Person> person() {
    return Optional.ofNullable(person);
  }

  /** Whether somebody is signed in and the vault is open. */
  public synchronized boolean isOpen() {
    return person != null && cache.vault().isOpen();
  }

  /** What proves a request now; empty when nobody is signed in, or the vault is locked. */
  public synchronized Optional<Access> access() throws IOException {
    if (username == null || !isOpen()) {
      return Optional.empty();
    }
    Optional<TokenPair> tokens = grants.tokens(token(username));
    Optional<Device> device = cache.device().get();
    return tokens.isEmpty() || device.isEmpty()
        ? Optional.empty()
        : Optional.of(new Access(tokens.get(), device.get()));
  }

  /** What came of rotating the tokens. */
  public enum Refreshed {
    /** New tokens are kept. */
    DONE,
    /** The server does not take the token any more: the person signs in again. */
    SIGN_IN_AGAIN,
    /** The server has blocked this device. */
    DEVICE_BLOCKED,
    /** Try again later. */
    LATER
  }

  /** Rotates the tokens. A lost answer is safe: the server gives the same pair again. */
  public synchronized Refreshed refresh() throws IOException {
    Optional<Access> access = access();
    if (access.isEmpty() || username == null) {
      return Refreshed.SIGN_IN_AGAIN;
    }
    String token = cache.vault().tokenOf(vaultName(username));
    var answer = server.refresh(access.get().tokens().refreshToken(), access.get().device());
    return switch (answer) {
      case AccountServer.Reply.Got<TokenPair>(TokenPair tokens, Instant serverTime) -> {
        grants.putTokens(token, tokens);
        clock.heard(serverTime);
        yield Refreshed.DONE;
      }
      case AccountServer.Reply.Unreachable<TokenPair> _ -> Refreshed.LATER;
      case AccountServer.Reply.Refused<TokenPair>(Problem problem, Optional<Duration> _) ->
          refused(problem);
    };
  }

  private static Refreshed refused(Problem problem) {
    Optional<ProblemCode> code = problem.known();
    if (code.equals(Optional.of(ProblemCode.DEVICE_BLOCKED))) {
      return Refreshed.DEVICE_BLOCKED;
    }
    // An access token that has expired is renewed; nothing renews what renews it.
    boolean tooOld = code.equals(Optional.of(ProblemCode.TOKEN_EXPIRED));
    return problem.retryable() && !tooOld ? Refreshed.LATER : Refreshed.SIGN_IN_AGAIN;
  }

  /** A key or the pointer was used. Never waits. */
  public void touch() {
    lastTouch = clock.instant();
  }

  /**
   * Locks the vault once nobody has touched anything for the idle time; call it now and then.
   *
   * @return true when it locked just now
   */
  public synchronized boolean lockIfIdle() {
    boolean idle = !clock.instant().isBefore(lastTouch.plus(options.idle()));
    if (!idle || !cache.vault().isOpen()) {
      return false;
    }
    cache.vault().lock();
    return true;
  }

  /** Locks the vault at once: on suspend, on the screen lock, by the person. */
  public synchronized void lock() {
    cache.vault().lock();
  }

  /**
   * Opens the vault again for the person who is signed in.
   *
   * @param password is not kept; the caller wipes it
   */
  public synchronized VaultResult unlock(char[] password) throws IOException {
    if (username == null) {
      return new VaultResult.UnknownPerson();
    }
    VaultResult result = cache.unlock(vaultName(username), password);
    if (result instanceof VaultResult.Open) {
      touch();
    }
    return result;
  }

  /**
   * Ends the session. Acts that wait stay in the outbox and are sent after the next sign-in.
   *
   * @return how many wait
   */
  public synchronized int signOut() throws IOException {
    Optional<Access> access = access();
    if (access.isPresent() && username != null) {
      server.signOut(access.get().tokens().accessToken(), access.get().device());
      grants.forgetTokens(cache.vault().tokenOf(vaultName(username)));
    }
    person = null;
    username = null;
    touch();
    return cache.outbox().queue().waiting();
  }

  private SessionRequest request(String name, char[] password, Device device) {
    return new SessionRequest(
        cache.device().tenant().or(options.company()).orElse(null),
        name,
        new String(password),
        device.id(),
        options.deviceName().get(),
        device.publicKey());
  }

  private String token(String name) throws IOException {
    return cache.vault().tokenOf(vaultName(name));
  }

  /**
   * Under what a person's copy of the data key is found in the vault. A store is one tenant's, so
   * the user name alone tells them apart.
   *
   * @param typed the user name as typed
   */
  public static String vaultName(String typed) {
    return plain(typed).toLowerCase(Locale.ROOT);
  }

  private static String plain(String typed) {
    return Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
  }
}

package counterfoil.client.session;

import counterfoil.protocol.Problem;
import java.time.Duration;
import java.util.Optional;

/** What came of signing in. */
public sealed interface SignInResult {

  /**
   * Signed in; the vault is open.
   *
   * @param who who, and what they may do
   */
  record SignedIn(Person who) implements SignInResult {}

  /** Name or password is wrong, as far as the server or this device can tell. */
  record Wrong() implements SignInResult {}

  /**
   * This person never signed in here, and the store is locked: somebody who did signs in first,
   * then this person within five minutes of their signing out.
   */
  record OtherPersonNeeded() implements SignInResult {}

  /** The password must be changed first. */
  record MustChangePassword() implements SignInResult {}

  /**
   * The server refused.
   *
   * @param problem why
   * @param retryAfter how long to wait, where it says so
   */
  record Refused(Problem problem, Optional<Duration> retryAfter) implements SignInResult {}

  /** The server cannot be reached, and this person never signed in here with it. */
  record NotKnownOffline() implements SignInResult {}

  /**
   * The file with the wrapped keys is gone or changed; the outbox can still be exported.
   *
   * @param missing whether it is gone
   */
  record VaultBroken(boolean missing) implements SignInResult {}
}

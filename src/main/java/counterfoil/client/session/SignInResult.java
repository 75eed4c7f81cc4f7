package counterfoil.client.session;

import counterfoil.protocol.Problem;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** What came of signing in. */
public sealed interface SignInResult {

  /**
   * Signed in; the vault is open.
   *
   * @param who who, and what they may do
   */
  record SignedIn(Person who) implements SignInResult {}

  /**
   * Name or password is wrong.
   *
   * @param triesLeft wrong tries that the server still answers, where it was asked and says so
   */
  record Wrong(OptionalInt triesLeft) implements SignInResult {}

  /**
   * The password is not the one that opens this device's keys. Where it was changed elsewhere, the
   * one before it opens them: {@link Session#signInAfterChange}.
   */
  record WrongHere() implements SignInResult {}

  /** The server holds several tenants, and none was named. */
  record CompanyNeeded() implements SignInResult {}

  /**
   * The server is another business's: it does not hold the tenant that this store belongs to.
   * Nothing of the store was sent.
   */
  record OtherBusiness() implements SignInResult {}

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

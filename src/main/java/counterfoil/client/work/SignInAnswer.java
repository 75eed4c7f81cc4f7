package counterfoil.client.work;

import java.time.Duration;
import java.util.OptionalInt;

/** What came of signing in. */
public sealed interface SignInAnswer {

  /**
   * Signed in.
   *
   * @param account who
   */
  record SignedIn(Account account) implements SignInAnswer {}

  /**
   * Name or password is wrong.
   *
   * @param triesLeft wrong tries that the server still answers, where it says so
   */
  record Wrong(OptionalInt triesLeft) implements SignInAnswer {}

  /**
   * The password is not the one that opens this device's keys; where it was changed elsewhere, call
   * {@code signInAfterChange}.
   */
  record WrongHere() implements SignInAnswer {}

  /** The server holds several companies: name one by {@code nameCompany} and try again. */
  record CompanyNeeded() implements SignInAnswer {}

  /** The server does not hold the business of this store; nothing of it was sent. */
  record OtherBusiness() implements SignInAnswer {}

  /**
   * Too many wrong tries.
   *
   * @param retryAfter how long to wait
   */
  record Locked(Duration retryAfter) implements SignInAnswer {}

  /** The password must be changed first; call {@code changePassword}. */
  record MustChangePassword() implements SignInAnswer {}

  /** The server knows this device with another key: its store was copied or set up anew. */
  record DeviceKnown() implements SignInAnswer {}

  /**
   * This person never signed in here and the store is locked: somebody who did signs in first, and
   * this person within five minutes after that one signed out.
   */
  record OtherPersonNeeded() implements SignInAnswer {}

  /** The server has blocked this device. */
  record DeviceBlocked() implements SignInAnswer {}

  /** The server cannot be reached, and this person never signed in here with it. */
  record NotKnownOffline(ConnectionStatus.Trouble trouble) implements SignInAnswer {}

  /** This program is too old for the server. */
  record TooOld() implements SignInAnswer {}

  /** The new password is not taken: it is too short, or the one before. */
  record PasswordNotTaken() implements SignInAnswer {}

  /**
   * The keys of the local store are lost, damaged, or another store's; its acts lie there still.
   */
  record KeysLost() implements SignInAnswer {}

  /**
   * A technical fault.
   *
   * @param kind what failed
   * @param incident number for support
   */
  record Fault(FaultKind kind, String incident) implements SignInAnswer {}
}

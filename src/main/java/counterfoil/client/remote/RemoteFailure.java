package counterfoil.client.remote;

import counterfoil.protocol.Bytes;
import counterfoil.protocol.Problem;
import java.time.Duration;
import java.util.Optional;

/** Why a call failed, by what to do next. */
public sealed interface RemoteFailure {

  /**
   * Try again with backoff; nobody knows whether the server has what was sent.
   *
   * @param why what went wrong on the way
   */
  record Offline(Why why) implements RemoteFailure {}

  /** What went wrong on the way. */
  enum Why {
    /** No network, no such server, or it does not listen. */
    UNREACHABLE,
    /** No answer in time. */
    TIMED_OUT,
    /** The answer was cut, or is none of the contract. */
    GARBLED,
    /** Its certificate is not trusted. */
    CERTIFICATE
  }

  /**
   * The server asks for patience.
   *
   * @param after how long, where it says so
   */
  record Retry(Optional<Duration> after) implements RemoteFailure {}

  /** The token has expired: renew it and try again. */
  record RenewToken() implements RemoteFailure {}

  /** The token is not taken any more: a person signs in. */
  record SignInAgain() implements RemoteFailure {}

  /**
   * The cursor is of no use any more: fill fresh feed tables from the beginning and swap.
   *
   * @param reason why
   */
  record StartOver(Reason reason) implements RemoteFailure {}

  /** Why the feed starts over. */
  enum Reason {
    /** The server never gave out such a cursor. */
    INVALID_CURSOR,
    /** Older than the tombstones that the server keeps. */
    CURSOR_TOO_OLD,
    /** The server was restored to an earlier state. */
    CURSOR_AHEAD,
    /** Roles or stores of the user changed. */
    SCOPE_CHANGED
  }

  /**
   * The server lacks earlier acts: send from there.
   *
   * @param seq the last place that the server has
   * @param hash the chain's hash there
   */
  record ChainGap(long seq, Bytes hash) implements RemoteFailure {}

  /** Hash or signature of the batch does not fit what the server knows; nothing was consumed. */
  record ChainMismatch() implements RemoteFailure {}

  /** The server has blocked this device. */
  record DeviceBlocked() implements RemoteFailure {}

  /** This program is too old for the server. */
  record TooOld() implements RemoteFailure {}

  /**
   * Anything else that the server said.
   *
   * @param problem what
   * @param retryAfter how long to wait, where it says so
   */
  record Refused(Problem problem, Optional<Duration> retryAfter) implements RemoteFailure {}
}

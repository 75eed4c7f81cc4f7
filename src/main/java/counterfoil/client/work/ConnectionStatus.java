package counterfoil.client.work;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the exchange with the server stands (V33, V35).
 *
 * @param state as latency and errors of the last calls say
 * @param latency of the last call that was answered; zero when there was none
 * @param since when this state began
 * @param cacheAge time since the last complete pull; null when there was none
 * @param queue acts without an answer
 * @param inbox refused acts that nobody has dealt with
 * @param lastSuccess last exchange that went through, in server time
 * @param lastFailure last one that did not
 * @param lastProblem why it did not
 * @param clockOffset server time less this computer's time, as last heard
 */
public record ConnectionStatus(
    State state,
    Duration latency,
    Instant since,
    @Nullable Duration cacheAge,
    int queue,
    int inbox,
    @Nullable Instant lastSuccess,
    @Nullable Instant lastFailure,
    @Nullable Trouble lastProblem,
    Duration clockOffset) {

  /** Whether the server can be counted on. */
  public enum State {
    /** Not tried yet. */
    STARTING,
    /** It answers in time. */
    ONLINE,
    /** It answers late, or more than one batch waits: the device works as if offline. */
    SLOW,
    /** It does not answer. */
    OFFLINE,
    /** It answers and asks the person to sign in again; work goes on offline. */
    SIGN_IN_AGAIN,
    /** It has blocked this device. */
    BLOCKED,
    /** This program is too old for it; queued acts are still taken. */
    TOO_OLD
  }

  /** Why an exchange failed. */
  public enum Trouble {
    /** No network, or no such server. */
    UNREACHABLE,
    /** No answer in time. */
    TIMED_OUT,
    /** An answer that was cut or is none of the contract. */
    GARBLED,
    /** Its certificate is not trusted. */
    CERTIFICATE,
    /** It is busy. */
    BUSY,
    /** It asked to sign in again. */
    SIGN_IN,
    /** It blocked this device. */
    BLOCKED,
    /** It wants a newer program. */
    TOO_OLD,
    /** Anything else that it said. */
    SERVER
  }
}

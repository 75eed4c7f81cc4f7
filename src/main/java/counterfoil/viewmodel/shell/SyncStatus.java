package counterfoil.viewmodel.shell;

import counterfoil.client.work.ConnectionStatus;
import counterfoil.viewmodel.Wording;
import java.time.Duration;

/**
 * What the top bar always says (V33, V35).
 *
 * @param state whether the server can be counted on
 * @param latency round trip to the server; zero when it was not measured
 * @param lasts how long it has not been online; zero while online
 * @param cacheAge time since the last pull that went through
 * @param queue acts not yet uploaded
 * @param lastSuccess last successful exchange, in words
 * @param lastFailure last failed exchange and why, in words; may be empty
 * @param clock that this computer's clock is off, by how much and what that means; may be empty
 */
public record SyncStatus(
    State state,
    Duration latency,
    Duration lasts,
    Duration cacheAge,
    long queue,
    Wording lastSuccess,
    Wording lastFailure,
    Wording clock) {

  /** Whether the server can be counted on. */
  public enum State {
    /** Not tried yet. */
    STARTING,
    /** It answers in time. */
    ONLINE,
    /** It answers late: work goes on as if offline. */
    SLOW,
    /** It does not answer. */
    OFFLINE,
    /** It wants the person to sign in again. */
    SIGN_IN_AGAIN,
    /** It has blocked this device. */
    BLOCKED,
    /** It takes no new acts of this program. */
    TOO_OLD;

    static State of(ConnectionStatus.State state) {
      return switch (state) {
        case STARTING -> STARTING;
        case ONLINE -> ONLINE;
        case SLOW -> SLOW;
        case OFFLINE -> OFFLINE;
        case SIGN_IN_AGAIN -> SIGN_IN_AGAIN;
        case BLOCKED -> BLOCKED;
        case TOO_OLD -> TOO_OLD;
      };
    }
  }

  /** Whether the server answers in time. */
  public boolean online() {
    return state == State.ONLINE;
  }

  /** The state in words, with how long it has lasted where that matters. */
  public Wording word() {
    Wording span = new Wording.RoughSpan(lasts);
    return switch (state) {
      case STARTING -> Wording.of("shell.starting");
      case ONLINE -> Wording.of("shell.online");
      case SLOW -> Wording.of("shell.slow", span);
      case OFFLINE -> Wording.of("shell.offline", span);
      case SIGN_IN_AGAIN -> Wording.of("shell.sign-in-again");
      case BLOCKED -> Wording.of("shell.blocked");
      case TOO_OLD -> Wording.of("shell.too-old");
    };
  }

  /** What the state means for work, and what to do. */
  public Wording advice() {
    return switch (state) {
      case STARTING -> Wording.of("shell.advice.starting");
      case ONLINE -> Wording.of("shell.advice.online");
      case SLOW -> Wording.of("shell.advice.slow");
      case OFFLINE -> Wording.of("shell.advice.offline");
      case SIGN_IN_AGAIN -> Wording.of("shell.advice.sign-in-again");
      case BLOCKED -> Wording.of("shell.advice.blocked");
      case TOO_OLD -> Wording.of("shell.advice.too-old");
    };
  }
}

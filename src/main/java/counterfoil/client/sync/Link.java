package counterfoil.client.sync;

import java.time.Duration;

/** Whether the server can be counted on, by latency and errors of the last calls (V33). */
public sealed interface Link {

  /** Not tried yet. */
  record Starting() implements Link {}

  /**
   * It answers in time.
   *
   * @param latency of the last call
   */
  record Online(Duration latency) implements Link {}

  /**
   * It answers late, or more than a batch waits: the device works as if offline.
   *
   * @param latency of the last call
   */
  record Slow(Duration latency) implements Link {}

  /**
   * It does not answer.
   *
   * @param why what the last call met
   */
  record Offline(Trouble why) implements Link {}

  /** It wants a person to sign in. */
  record SignInAgain() implements Link {}

  /** It has blocked this device. */
  record Blocked() implements Link {}

  /** This program is too old for it. */
  record TooOld() implements Link {}
}

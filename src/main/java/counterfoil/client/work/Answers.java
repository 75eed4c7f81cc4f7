package counterfoil.client.work;

import counterfoil.protocol.CommandResult;
import java.time.Duration;
import java.util.Optional;

/** Waits for the server's word on an act that is durable here. */
interface Answers {

  /**
   * Has the act sent at once and waits.
   *
   * @param command its id
   * @param most how long at most
   * @return the word, or empty when none came in time
   */
  Optional<CommandResult> await(String command, Duration most);

  /** Whether the server can be counted on now: asked and answered in time lately. */
  boolean online();

  /** Has what was made durable sent as soon as possible; returns at once. */
  void acted();
}

package counterfoil.client.work;

import counterfoil.client.cache.Cache;
import counterfoil.client.session.ServerClock;
import counterfoil.client.session.Session;
import counterfoil.protocol.CommandResult;
import java.time.Duration;
import java.util.Optional;

/** Opens a counter over a way of waiting that a test makes itself, without threads. */
public final class CounterDoor {
  private CounterDoor() {}

  /** Waits for the server's word as the test's own time goes by. */
  public interface Word {
    /** Waits for the word on one act. */
    Optional<CommandResult> await(String command, Duration most);

    /** Whether the server can be counted on. */
    boolean online();

    /** Something waits to be sent. */
    void acted();
  }

  /** The counter. */
  public static Counter open(
      Cache cache, Session session, ServerClock clock, Word word, Counter.Setting setting) {
    Answers answers =
        new Answers() {
          @Override
          public Optional<CommandResult> await(String command, Duration most) {
            return word.await(command, most);
          }

          @Override
          public boolean online() {
            return word.online();
          }

          @Override
          public void acted() {
            word.acted();
          }
        };
    return new Counter(cache, session, clock, answers, setting);
  }
}

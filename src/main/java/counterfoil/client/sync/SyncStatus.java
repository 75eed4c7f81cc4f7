package counterfoil.client.sync;

import java.time.Instant;
import java.util.Optional;

/**
 * How the exchange stands (V33, V35). Times are server time.
 *
 * @param link whether the server can be counted on
 * @param since when that began
 * @param syncedAt when the last pull was complete
 * @param queue acts without an answer
 * @param inbox refused acts that nobody has dealt with
 * @param lastSuccess last exchange that went through
 * @param lastFailure last one that did not
 */
public record SyncStatus(
    Link link,
    Instant since,
    Optional<Instant> syncedAt,
    int queue,
    int inbox,
    Optional<Instant> lastSuccess,
    Optional<Failure> lastFailure) {

  /**
   * An exchange that failed.
   *
   * @param at when
   * @param why why
   */
  public record Failure(Instant at, Trouble why) {}
}

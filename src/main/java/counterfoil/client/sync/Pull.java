package counterfoil.client.sync;

import counterfoil.client.cache.FeedStore;
import counterfoil.client.remote.Access;
import counterfoil.client.remote.FeedPage;
import counterfoil.client.remote.Remote;
import counterfoil.client.remote.RemoteFailure;
import counterfoil.client.remote.RemoteReply;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.OptionalLong;

/**
 * Asks for the feed page by page. The first sync, and starting over, fill fresh tables that become
 * the live ones once they are whole; a later page and its cursor are one transaction.
 */
final class Pull {
  private final FeedStore feed;
  private final Remote remote;
  private final InstantSource clock;
  private final SyncOptions options;
  private boolean filling;
  private volatile OptionalLong left = OptionalLong.empty();

  Pull(FeedStore feed, Remote remote, InstantSource clock, SyncOptions options) {
    this.feed = feed;
    this.remote = remote;
    this.clock = clock;
    this.options = options;
    this.filling = feed.cursor().isEmpty() || feed.freshCursor().isPresent();
  }

  /** At most how many changes lie behind the last page, where the server says so. */
  OptionalLong left() {
    return left;
  }

  /** What came of one page. */
  sealed interface Outcome {
    /** It is applied; whether the next has rows already, and how long it took. */
    record Applied(boolean more, int rows, Duration latency) implements Outcome {}

    /** Fresh tables are filled from the beginning. */
    record StartsOver(RemoteFailure.Reason reason) implements Outcome {}

    /** It failed. */
    record Failed(RemoteFailure failure) implements Outcome {}
  }

  Outcome page(Access access) {
    String after = (filling ? feed.freshCursor() : feed.cursor()).orElse(null);
    int rows = filling ? options.firstPageRows() : options.pageRows();
    return switch (remote.changes(access, after, rows)) {
      case RemoteReply.Got<FeedPage>(FeedPage page, Instant _, Duration latency) ->
          apply(page, latency);
      case RemoteReply.Failed<FeedPage>(RemoteFailure failure) ->
          failure instanceof RemoteFailure.StartOver(RemoteFailure.Reason reason)
              ? startOver(reason)
              : new Outcome.Failed(failure);
    };
  }

  private Outcome apply(FeedPage page, Duration latency) {
    Instant now = clock.instant();
    left = page.left();
    if (!filling) {
      feed.apply(page.lines(), page.cursor(), now);
    } else {
      feed.fill(page.lines(), page.cursor(), now);
      if (!page.more()) {
        feed.swap(now);
        filling = false;
      }
    }
    return new Outcome.Applied(page.more(), page.lines().size(), latency);
  }

  private Outcome startOver(RemoteFailure.Reason reason) {
    feed.startOver();
    filling = true;
    return new Outcome.StartsOver(reason);
  }
}

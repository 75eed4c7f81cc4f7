package counterfoil.client.sync;

import counterfoil.client.cache.FeedStore;
import counterfoil.client.cache.PageApplied;
import counterfoil.protocol.ChangeLine;
import java.time.Instant;
import java.util.List;

/** What the exchange must not do; the simulation puts it into the program and must find it. */
public final class WrongWays {
  private WrongWays() {}

  /** Two transactions for what must be one. */
  static PageApplied cursorFirst(
      FeedStore feed, List<ChangeLine> lines, String cursor, Instant at) {
    feed.apply(List.of(), cursor, at);
    return feed.apply(lines, cursor, at);
  }
}

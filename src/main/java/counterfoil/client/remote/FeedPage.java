package counterfoil.client.remote;

import counterfoil.protocol.ChangeLine;
import java.util.List;

/**
 * A whole page of the feed: its last line came and matched.
 *
 * @param lines the rows
 * @param cursor where the next page begins
 * @param more whether the next page has rows already
 */
public record FeedPage(List<ChangeLine> lines, String cursor, boolean more) {
  /** Copies the list. */
  public FeedPage {
    lines = List.copyOf(lines);
  }

  @Override
  public String toString() {
    return "FeedPage[" + lines.size() + " lines, more=" + more + "]";
  }
}

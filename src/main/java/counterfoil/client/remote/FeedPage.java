package counterfoil.client.remote;

import counterfoil.protocol.ChangeLine;
import java.util.List;
import java.util.OptionalLong;

/**
 * A whole page of the feed: its last line came and matched.
 *
 * @param lines the rows
 * @param cursor where the next page begins
 * @param more whether the next page has rows already
 * @param left at most how many changes lie behind it, where the server says so
 */
public record FeedPage(List<ChangeLine> lines, String cursor, boolean more, OptionalLong left) {
  /** Copies the list. */
  public FeedPage {
    lines = List.copyOf(lines);
  }

  @Override
  public String toString() {
    return "FeedPage[" + lines.size() + " lines, more=" + more + "]";
  }
}

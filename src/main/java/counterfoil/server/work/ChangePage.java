package counterfoil.server.work;

import counterfoil.protocol.ChangeLine;
import java.util.List;

/**
 * A page of the feed.
 *
 * @param lines its rows, in the order of their last changes
 * @param cursor where the next page begins
 * @param more whether the next page has rows already
 * @param left at most how many changes lie behind it, those of others' scopes included
 */
public record ChangePage(List<ChangeLine> lines, String cursor, boolean more, long left) {

  /** Copies the list. */
  public ChangePage {
    lines = List.copyOf(lines);
  }
}

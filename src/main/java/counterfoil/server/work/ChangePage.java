package counterfoil.server.work;

import counterfoil.protocol.ChangeLine;
import java.util.List;

/**
 * A page of the feed.
 *
 * @param lines its rows, in the order of their last changes
 * @param cursor where the next page begins
 * @param more whether the next page has rows already
 */
public record ChangePage(List<ChangeLine> lines, String cursor, boolean more) {

  /** Copies the list. */
  public ChangePage {
    lines = List.copyOf(lines);
  }
}

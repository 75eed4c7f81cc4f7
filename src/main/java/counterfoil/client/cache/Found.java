package counterfoil.client.cache;

import java.util.List;

/**
 * What a search found.
 *
 * @param <T> what was searched
 */
public sealed interface Found<T> {

  /**
   * All that fits, newest first.
   *
   * @param items what fits
   */
  record These<T>(List<T> items) implements Found<T> {
    /** Copies the list. */
    public These {
      items = List.copyOf(items);
    }
  }

  /** More candidates than are worth decrypting: type more. */
  record TooMany<T>() implements Found<T> {}
}

package counterfoil.server.work;

import counterfoil.protocol.Problem;

/**
 * What became of a request.
 *
 * @param <T> what it asked for
 */
public sealed interface Answer<T> {

  /**
   * It was done.
   *
   * @param value what it asked for
   */
  record Done<T>(T value) implements Answer<T> {}

  /**
   * It was not done; nothing changed. Where waiting helps, the problem names {@code retry_after} in
   * seconds.
   *
   * @param problem why
   */
  record Refused<T>(Problem problem) implements Answer<T> {}
}

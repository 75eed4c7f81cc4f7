package counterfoil.client.remote;

import java.time.Duration;
import java.time.Instant;

/**
 * What came of one call.
 *
 * @param <T> the answer's content
 */
public sealed interface RemoteReply<T> {

  /**
   * The server's answer.
   *
   * @param value its content
   * @param serverTime the server's clock, to the second
   * @param latency from sending to the end of the answer
   */
  record Got<T>(T value, Instant serverTime, Duration latency) implements RemoteReply<T> {}

  /**
   * No answer that can be used.
   *
   * @param failure what to do next
   */
  record Failed<T>(RemoteFailure failure) implements RemoteReply<T> {}
}

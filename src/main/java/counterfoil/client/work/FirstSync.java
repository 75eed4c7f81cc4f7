package counterfoil.client.work;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/** The first exchange of a device: nothing is shown of it until it is whole. Calls block. */
public interface FirstSync {

  /** How far it has come. */
  Progress progress();

  /**
   * How far it has come; what a cut left is gone on with.
   *
   * @param whole whether the cache is whole, so that one can work on it
   * @param rows rows that are here
   * @param left at most how many are to come; empty when the server does not say
   * @param time how long that takes at the pace so far; empty before there is one
   * @param trouble why it does not go on at the moment; it is tried again by itself
   */
  record Progress(
      boolean whole,
      long rows,
      OptionalLong left,
      Optional<Duration> time,
      Optional<ConnectionStatus.Trouble> trouble) {}
}

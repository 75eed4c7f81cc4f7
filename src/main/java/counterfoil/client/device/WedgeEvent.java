package counterfoil.client.device;

import java.time.Duration;

/** What a {@link WedgeDecoder} found out from the keys so far. */
public sealed interface WedgeEvent {

  /** Who entered a code. */
  enum Source {
    /** A scanner: the keys came faster than a person can press them. */
    GUN,
    /** A person at the keyboard. */
    TYPED
  }

  /** What ended a code. */
  enum End {
    /** Enter or Tab. */
    KEY,
    /** Silence after a burst, for scanners that send no end key. */
    PAUSE
  }

  /**
   * The speed of the keys of one code, for the scanner self-test.
   *
   * @param keys how many keys
   * @param shortest the shortest interval between two of them; zero when there is one key
   * @param median the median interval
   * @param longest the longest interval
   */
  record Cadence(int keys, Duration shortest, Duration median, Duration longest) {}

  /**
   * What the scan field shows now. Emitted whenever it changes, so a view model only has to set it.
   *
   * @param typed what a person has typed and not yet ended; waits for Enter
   * @param incoming what a scanner is sending at this moment; gone at the next {@link Scanned}
   */
  record Entry(String typed, String incoming) implements WedgeEvent {}

  /**
   * A whole code.
   *
   * @param text the code, folded and stripped as {@link WedgeSettings} say; never empty
   * @param raw what the keys read before stripping, for the scanner self-test
   * @param source who entered it
   * @param end what ended it
   * @param cadence how fast it came
   */
  record Scanned(String text, String raw, Source source, End end, Cadence cadence)
      implements WedgeEvent {}

  /**
   * The same code again within the bounce window. It must not be acted on.
   *
   * @param text the code
   * @param source who entered it
   * @param since the time since this code was last reported as {@link Scanned}
   */
  record Bounced(String text, Source source, Duration since) implements WedgeEvent {}

  /**
   * More characters than any code can have; all of them are dropped, because a part of a code is
   * worse than none.
   *
   * @param characters how many came
   */
  record TooLong(int characters) implements WedgeEvent {}
}

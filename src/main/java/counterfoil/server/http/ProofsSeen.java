package counterfoil.server.http;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/**
 * Remembers proofs for as long as they could be shown again, in two halves that take turns.
 * Bounded: when full it takes no new proof rather than forget an old one.
 */
final class ProofsSeen {
  private final Duration half;
  private final int most;
  private Set<String> current = new HashSet<>();
  private Set<String> previous = new HashSet<>();
  private Instant turned = Instant.EPOCH;

  /** What became of a proof that was shown. */
  enum Sight {
    /** It was not shown before. */
    NEW,
    /** It was. */
    REPLAYED,
    /** Too many proofs at a time. */
    FULL
  }

  /**
   * A memory.
   *
   * @param window how long a proof may be shown; each half lasts as long
   * @param most proofs in a half
   */
  ProofsSeen(Duration window, int most) {
    this.half = window;
    this.most = most;
  }

  synchronized Sight see(String key, String proof, Instant at) {
    turn(at);
    String name = key + ' ' + proof;
    if (current.contains(name) || previous.contains(name)) {
      return Sight.REPLAYED;
    }
    if (current.size() >= most) {
      return Sight.FULL;
    }
    current.add(name);
    return Sight.NEW;
  }

  private void turn(Instant at) {
    Duration since = Duration.between(turned, at);
    if (since.compareTo(half) < 0 && !since.isNegative()) {
      return;
    }
    boolean longAgo = since.compareTo(half.multipliedBy(2)) >= 0;
    previous = longAgo ? new HashSet<>() : current;
    current = new HashSet<>();
    turned = at;
  }
}

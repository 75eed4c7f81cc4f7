package counterfoil.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Times of single calls, in nanoseconds. May be added to from any thread. */
final class Latencies {
  private final ConcurrentLinkedQueue<Long> times = new ConcurrentLinkedQueue<>();
  private int rounds;

  void add(long nanos) {
    times.add(nanos);
  }

  /** Begins a round; what the first one brings is thrown away, as in a {@link Comparison}. */
  void turn() {
    rounds++;
    if (rounds == 2) {
      times.clear();
    }
  }

  /** Milliseconds that a part of the calls did not exceed, 0 to 1. */
  double millis(double part) {
    long[] sorted = times.stream().mapToLong(Long::longValue).toArray();
    Arrays.sort(sorted);
    int at = (int) Math.min(sorted.length - 1L, Math.round(part * sorted.length));
    return Math.round(sorted[at] / 1e3) / 1e3;
  }

  /** Writes median and 99th percentile into a line of figures. */
  void put(ObjectNode line, String prefix) {
    line.put(prefix + "p50_ms", millis(0.5)).put(prefix + "p99_ms", millis(0.99));
  }
}

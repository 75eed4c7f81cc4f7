package counterfoil.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/**
 * Two ways to do the same work, measured turn by turn in one process so that whatever else the
 * machine does falls on both. The figure is the median of the rounds; a round before the first is
 * thrown away.
 */
final class Comparison {
  private static final int ROUNDS = 5;

  private final String name;
  private final String baseline;
  private final ObjectNode figures = new ObjectMapper().createObjectNode();

  /**
   * A comparison.
   *
   * @param name what is measured
   * @param baseline what it is measured against, in words
   */
  Comparison(String name, String baseline) {
    this.name = name;
    this.baseline = baseline;
  }

  /** Further figures of this run, printed with the result. */
  ObjectNode figures() {
    return figures;
  }

  /**
   * Runs both in turn and prints one line of JSON.
   *
   * @param units units of work done by one call of either
   * @param bar least ratio of the two speeds that passes
   * @param subject gives the nanoseconds its work took
   * @param reference the same for the baseline
   * @return whether the bar was met
   */
  boolean run(long units, double bar, Callable<Long> subject, Callable<Long> reference)
      throws Exception {
    return run(units, bar, subject, reference, _ -> {});
  }

  /**
   * The same.
   *
   * @param more adds figures that are known once all rounds are over
   */
  boolean run(
      long units,
      double bar,
      Callable<Long> subject,
      Callable<Long> reference,
      Consumer<ObjectNode> more)
      throws Exception {
    subject.call();
    reference.call();
    long[] own = new long[ROUNDS];
    long[] other = new long[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      own[round] = subject.call();
      other[round] = reference.call();
    }
    double ownRate = units * 1e9 / median(own);
    double otherRate = units * 1e9 / median(other);
    ObjectNode line = new ObjectMapper().createObjectNode();
    line.put("benchmark", name);
    line.put("baseline", baseline);
    line.put("rounds", ROUNDS);
    line.put("units", units);
    line.put("per_second", Math.round(ownRate));
    line.put("baseline_per_second", Math.round(otherRate));
    line.put("ratio", Math.round(ownRate / otherRate * 1000) / 1000.0);
    line.put("bar", bar);
    line.put("met", ownRate / otherRate >= bar);
    line.put("load", ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    more.accept(figures);
    line.setAll(figures);
    System.out.println(line);
    return ownRate / otherRate >= bar;
  }

  private static double median(long[] values) {
    long[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}

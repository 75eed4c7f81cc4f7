package counterfoil.sim;

import java.util.Map;
import java.util.TreeMap;

/** Counts what happened over all histories, so that nobody believes in a fault that never fired. */
final class Tally {
  private final Map<String, Integer> counts = new TreeMap<>();

  void count(String what) {
    counts.merge(what, 1, Integer::sum);
  }

  int of(String what) {
    return counts.getOrDefault(what, 0);
  }

  @Override
  public String toString() {
    return counts.toString();
  }
}

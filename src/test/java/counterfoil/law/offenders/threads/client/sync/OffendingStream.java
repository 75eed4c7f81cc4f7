package counterfoil.law.offenders.threads.client.sync;

import java.util.List;

/** Runs on the pool that all share. */
public final class OffendingStream {
  /** A sum. */
  public int sum(List<Integer> numbers) {
    return numbers.parallelStream().mapToInt(Integer::intValue).sum();
  }
}

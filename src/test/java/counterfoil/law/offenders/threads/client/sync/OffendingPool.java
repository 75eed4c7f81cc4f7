package counterfoil.law.offenders.threads.client.sync;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Makes its own threads. */
public final class OffendingPool {
  /** One more. */
  public ExecutorService pool() {
    return Executors.newSingleThreadExecutor();
  }
}

package counterfoil.law.offenders.threads.client.sync;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Runs on the pool that all share. */
public final class OffendingFuture {
  /** Somewhere. */
  public CompletableFuture<String> run(Supplier<String> task) {
    return CompletableFuture.supplyAsync(task);
  }
}

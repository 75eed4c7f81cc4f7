package counterfoil.law.offenders.threads.client.sync;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** Is given an executor. */
public record LawfulDriver(Executor executor) {
  /** Runs there. */
  public CompletableFuture<String> run(Supplier<String> task) {
    return CompletableFuture.supplyAsync(task, executor);
  }
}

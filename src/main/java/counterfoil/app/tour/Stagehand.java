package counterfoil.app.tour;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import javafx.application.Platform;

/**
 * Runs on the interface thread what the tour asks for, and waits for it; a call that hangs fails
 * the step.
 */
final class Stagehand {
  private static final Duration LONGEST_CALL = Duration.ofSeconds(20);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);
  private static final long LOOK_AGAIN_NANOS = 20_000_000;

  private Stagehand() {}

  /** What {@code work} gives on the interface thread. */
  static <T> T ask(Supplier<T> work) {
    CompletableFuture<T> answer = new CompletableFuture<>();
    Platform.runLater(
        () -> {
          try {
            answer.complete(work.get());
          } catch (Throwable any) {
            answer.completeExceptionally(any);
          }
        });
    try {
      return answer.get(LONGEST_CALL.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw new StepFailed("on the interface thread: " + e.getCause(), e.getCause());
    } catch (TimeoutException e) {
      throw new StepFailed("the interface thread did not answer in " + LONGEST_CALL, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StepFailed("interrupted", e);
    }
  }

  /** Runs {@code work} on the interface thread. */
  static void tell(Runnable work) {
    ask(
        () -> {
          work.run();
          return true;
        });
  }

  /**
   * Waits on the interface thread until there is something, and gives it.
   *
   * @param what what is waited for
   * @param look looks whether it is there
   * @param instead what is there instead, for the report
   */
  static <T> T until(Supplier<String> what, Supplier<Optional<T>> look, Supplier<String> instead) {
    long end = System.nanoTime() + LONGEST_WAIT.toNanos();
    while (true) {
      Optional<T> found = ask(look);
      if (found.isPresent()) {
        return found.get();
      }
      if (System.nanoTime() > end) {
        throw new StepFailed(
            "waited in vain for " + ask(what) + "; instead there is " + ask(instead), null);
      }
      LockSupport.parkNanos(LOOK_AGAIN_NANOS);
    }
  }

  /** Lets {@code time} go by, as a person or a scanner does between two keys. */
  static void rest(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    for (long left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }
}

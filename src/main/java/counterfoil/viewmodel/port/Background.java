package counterfoil.viewmodel.port;

import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** Runs work off the interface thread and brings its result back to it. No failure vanishes. */
public interface Background {
  /**
   * Runs {@code work} elsewhere.
   *
   * @param work the work; what it throws is shown by the error window, {@code then} is not called
   * @param then receives the result on the interface thread
   * @param lastly called on the interface thread after {@code then}, or after a failure
   */
  <T> void run(Callable<T> work, Consumer<? super T> then, Runnable lastly);

  /** Runs {@code work} elsewhere and hands the result to {@code then} on the interface thread. */
  default <T> void run(Callable<T> work, Consumer<? super T> then) {
    run(work, then, () -> {});
  }
}

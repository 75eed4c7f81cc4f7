package counterfoil.view;

import counterfoil.viewmodel.port.Background;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs work on the executor it was given and results on the JavaFX application thread. */
public final class FxBackground implements Background {
  private static final Logger LOG = LoggerFactory.getLogger(FxBackground.class);

  private final Executor workers;
  private final Executor fxThread;
  private final Consumer<Throwable> faults;

  /**
   * Keeps its collaborators.
   *
   * @param workers where work runs
   * @param fxThread where results arrive
   * @param faults called on {@code fxThread} with whatever work threw
   */
  public FxBackground(Executor workers, Executor fxThread, Consumer<Throwable> faults) {
    this.workers = workers;
    this.fxThread = fxThread;
    this.faults = faults;
  }

  @Override
  public <T> void run(Callable<T> work, Consumer<? super T> then, Runnable lastly) {
    try {
      workers.execute(() -> attempt(work, then, lastly));
    } catch (RejectedExecutionException closing) {
      LOG.info("work came after the program began to close", closing);
      lastly.run();
    }
  }

  private <T> void attempt(Callable<T> work, Consumer<? super T> then, Runnable lastly) {
    try {
      T result = work.call();
      fxThread.execute(() -> deliver(() -> then.accept(result), lastly));
    } catch (Exception | Error failure) {
      fxThread.execute(() -> deliver(() -> faults.accept(failure), lastly));
    }
  }

  private static void deliver(Runnable first, Runnable lastly) {
    try {
      first.run();
    } finally {
      lastly.run();
    }
  }
}

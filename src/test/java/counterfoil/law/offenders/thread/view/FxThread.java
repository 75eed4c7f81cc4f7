package counterfoil.law.offenders.thread.view;

import javafx.application.Platform;

/** The gate. */
public final class FxThread {
  /** Runs on the thread of the toolkit. */
  public void run(Runnable task) {
    Platform.runLater(task);
  }
}

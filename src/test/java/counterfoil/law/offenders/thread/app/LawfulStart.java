package counterfoil.law.offenders.thread.app;

import javafx.application.Platform;

/** Starts and ends the toolkit. */
public final class LawfulStart {
  /** Ends it. */
  public void stop() {
    Platform.exit();
  }
}

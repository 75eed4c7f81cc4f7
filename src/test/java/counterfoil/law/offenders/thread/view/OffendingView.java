package counterfoil.law.offenders.thread.view;

import java.util.function.Consumer;
import javafx.application.Platform;

/** Goes round the gate, if only by a method reference. */
public record OffendingView(Consumer<Runnable> thread) {
  /** Passes the toolkit's own method. */
  public OffendingView() {
    this(Platform::runLater);
  }
}

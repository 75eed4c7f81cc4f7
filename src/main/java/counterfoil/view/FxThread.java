package counterfoil.view;

import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.application.Platform;
import javafx.scene.input.KeyCode;

/**
 * The one way onto the JavaFX application thread. Nothing else in the program names {@link
 * Platform}, so whatever crosses threads crosses here.
 */
public final class FxThread implements Executor {
  /** Runs at once when already there, otherwise in turn. Safe from any thread. */
  @Override
  public void execute(Runnable work) {
    if (Platform.isFxApplicationThread()) {
      work.run();
    } else {
      Platform.runLater(work);
    }
  }

  /** Runs after what the thread is doing now, even when called on it. Safe from any thread. */
  public void later(Runnable work) {
    Platform.runLater(work);
  }

  /** Whether Caps Lock is on; empty where the system does not tell. */
  public static Optional<Boolean> capsLock() {
    return Platform.isKeyLocked(KeyCode.CAPS);
  }

  /** Refuses to go on anywhere but on the thread. */
  public static void require() {
    if (!Platform.isFxApplicationThread()) {
      throw new IllegalStateException(
          "not on the JavaFX application thread: " + Thread.currentThread().getName());
    }
  }
}

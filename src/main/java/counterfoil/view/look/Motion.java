package counterfoil.view.look;

import javafx.animation.FadeTransition;
import javafx.animation.Interpolator;
import javafx.animation.ParallelTransition;
import javafx.animation.ScaleTransition;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.util.Duration;

/**
 * The few movements of the program. What comes next cuts them at once; a setting leaves them out.
 */
public final class Motion {
  private static final Duration VERDICT = Duration.millis(120);
  private static final double SMALLER = 0.98;

  private final ObservableValue<Boolean> reduced;

  /** Moves unless {@code reduced} says otherwise. */
  public Motion(ObservableValue<Boolean> reduced) {
    this.reduced = reduced;
  }

  /** Lets a verdict come in. */
  public void enter(Node node) {
    if (reduced.getValue()) {
      return;
    }
    FadeTransition fade = new FadeTransition(VERDICT, node);
    fade.setFromValue(0);
    fade.setToValue(1);
    ScaleTransition grow = new ScaleTransition(VERDICT, node);
    grow.setFromX(SMALLER);
    grow.setFromY(SMALLER);
    grow.setToX(1);
    grow.setToY(1);
    fade.setInterpolator(Interpolator.EASE_OUT);
    grow.setInterpolator(Interpolator.EASE_OUT);
    new ParallelTransition(fade, grow).play();
  }
}

package counterfoil.view;

import counterfoil.viewmodel.port.Timer;
import java.time.Duration;
import java.util.function.LongSupplier;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;

/** Timers on the pulse of the toolkit. */
public final class FxTimer implements Timer {
  private final LongSupplier nanos;

  /**
   * Timers beside a clock.
   *
   * @param nanos monotonic nanoseconds
   */
  public FxTimer(LongSupplier nanos) {
    this.nanos = nanos;
  }

  @Override
  public long now() {
    return nanos.getAsLong();
  }

  @Override
  public Pending after(Duration delay, Runnable act) {
    return start(delay, act, 1);
  }

  @Override
  public Pending every(Duration period, Runnable act) {
    return start(period, act, Animation.INDEFINITE);
  }

  private static Pending start(Duration length, Runnable act, int times) {
    Timeline line =
        new Timeline(
            new KeyFrame(javafx.util.Duration.millis((double) length.toMillis()), _ -> act.run()));
    line.setCycleCount(times);
    line.play();
    return line::stop;
  }
}

package counterfoil.law.offenders.javafx.viewmodel;

import javafx.scene.paint.Color;

/** Knows a colour. */
public final class OffendingViewModel {
  /** The verdict as paint. */
  public String paint(boolean good) {
    return (good ? Color.GREEN : Color.RED).toString();
  }
}

package counterfoil.view.control;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.layout.Region;

/** How much of something bounded is used, as a thin bar. The numbers stand beside it. */
public final class Meter extends Region {
  private final DoubleProperty used = new SimpleDoubleProperty(this, "used");
  private final Region fill = new Region();

  /** An unused meter. */
  public Meter() {
    getStyleClass().add("meter");
    fill.getStyleClass().add("meter-fill");
    fill.setManaged(false);
    getChildren().add(fill);
    used.addListener(_ -> requestLayout());
  }

  /** The used part, 0 to 1. */
  public DoubleProperty usedProperty() {
    return used;
  }

  @Override
  protected void layoutChildren() {
    double part = Math.clamp(used.get(), 0, 1);
    fill.resizeRelocate(0, 0, Math.max(2, Math.rint(getWidth() * part)), getHeight());
  }
}

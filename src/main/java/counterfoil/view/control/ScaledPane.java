package counterfoil.view.control;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.Parent;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/**
 * Shows its content at 100 to 200 %: the content is laid out for the smaller space and enlarged.
 */
public final class ScaledPane extends Region {
  private final DoubleProperty factor = new SimpleDoubleProperty(this, "factor", 1);
  private final Scale scale = new Scale(1, 1, 0, 0);

  /** Shows {@code content}. */
  public ScaledPane(Parent content) {
    content.getTransforms().add(scale);
    content.setManaged(false);
    getChildren().add(content);
    scale.xProperty().bind(factor);
    scale.yProperty().bind(factor);
    factor.addListener(_ -> requestLayout());
  }

  /** How much larger the content appears, 1 to 2. */
  public DoubleProperty factorProperty() {
    return factor;
  }

  @Override
  protected void layoutChildren() {
    double width = Math.floor(getWidth() / factor.get());
    double height = Math.floor(getHeight() / factor.get());
    getChildren().getFirst().resizeRelocate(0, 0, width, height);
  }
}

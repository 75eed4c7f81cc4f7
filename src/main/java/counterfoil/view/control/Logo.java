package counterfoil.view.control;

import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.scene.shape.SVGPath;
import javafx.scene.shape.StrokeLineCap;

/** The mark of the product: a ticket with its perforation, 20 by 16. */
public final class Logo extends Region {
  /** The mark. */
  public Logo() {
    getStyleClass().add("logo");
    SVGPath paper = new SVGPath();
    paper.setContent(
        "M3 0H17A3 3 0 0 1 20 3V5.2A2.8 2.8 0 0 0 20 10.8V13A3 3 0 0 1 17 16H3"
            + "A3 3 0 0 1 0 13V10.8A2.8 2.8 0 0 0 0 5.2V3A3 3 0 0 1 3 0Z");
    paper.getStyleClass().add("logo-paper");
    Line perforation = new Line(12, 2.5, 12, 14);
    perforation.getStyleClass().add("logo-perforation");
    perforation.setStrokeLineCap(StrokeLineCap.BUTT);
    perforation.getStrokeDashArray().setAll(3.0, 1.5);
    getChildren().addAll(paper, perforation);
    setMinSize(20, 16);
    setPrefSize(20, 16);
    setMaxSize(20, 16);
  }
}

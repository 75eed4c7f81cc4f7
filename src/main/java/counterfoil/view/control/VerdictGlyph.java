package counterfoil.view.control;

import counterfoil.viewmodel.VerdictShape;
import java.util.List;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.layout.Region;
import javafx.scene.shape.SVGPath;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.transform.Scale;

/**
 * The shape of a verdict. Drawn in a square of 100 and scaled: shapes that say "serve" are filled
 * with the tick cut out, all others are stroked at 7 %. Colours come from the style classes {@code
 * glyph-stroke}, {@code glyph-fill} and {@code glyph-cut}.
 */
public final class VerdictGlyph extends Region {
  private static final double BOX = 100;
  private static final double STROKE = 7;
  private static final double TICK = 9.5;

  private final ObjectProperty<VerdictShape> figure =
      new SimpleObjectProperty<>(this, "figure", VerdictShape.SCAN);
  private final DoubleProperty size = new SimpleDoubleProperty(this, "size", 132);

  /** A glyph that waits for a scan. */
  public VerdictGlyph() {
    getStyleClass().add("verdict-glyph");
    setMouseTransparent(true);
    figure.addListener(_ -> draw());
    size.addListener(_ -> draw());
    draw();
  }

  /** What is drawn. */
  public ObjectProperty<VerdictShape> figureProperty() {
    return figure;
  }

  /** What is drawn. */
  public VerdictShape getFigure() {
    return figure.get();
  }

  /** Sets what is drawn. */
  public void setFigure(VerdictShape next) {
    figure.set(next);
  }

  /** Width and height in pixels. */
  public DoubleProperty sizeProperty() {
    return size;
  }

  /** Width and height in pixels. */
  public double getSize() {
    return size.get();
  }

  /** Sets width and height in pixels. */
  public void setSize(double pixels) {
    size.set(pixels);
  }

  private void draw() {
    List<SVGPath> parts =
        switch (figure.get()) {
          case SCAN ->
              List.of(
                  stroke(
                      4,
                      "M6 30V6H30 M70 6H94V30 M94 70V94H70 M30 94H6V70"
                          + " M26 29V71 M38 29V71 M50 29V71 M62 29V71 M74 29V71"));
          case CIRCLE ->
              List.of(
                  filled("M50 2.5A47.5 47.5 0 1 1 50 97.5A47.5 47.5 0 1 1 50 2.5Z"),
                  tick("M27 49.5L43.5 64L72 35"));
          case SHIELD ->
              List.of(
                  filled(
                      "M50 1C62 9.5 76 14 88 15.2Q92 15.7 92 19.5V52C92 76 72 91 50 99"
                          + "C28 91 8 76 8 52V19.5Q8 15.7 12 15.2C24 14 38 9.5 50 1Z"),
                  tick("M30 48.5L45 63L70 35"));
          case TRIANGLE -> List.of(stroke(STROKE, "M50 10L95 91H5Z M50 39V62"), dot(76));
          case OCTAGON ->
              List.of(
                  stroke(
                      STROKE,
                      "M32 5H68L95 32V68L68 95H32L5 68V32Z M34.5 34.5L65.5 65.5"
                          + " M65.5 34.5L34.5 65.5"));
          case NO_ENTRY ->
              List.of(stroke(STROKE, "M50 5A45 45 0 1 1 50 95A45 45 0 1 1 50 5Z M26.5 50H73.5"));
          case DIAMOND ->
              List.of(stroke(STROKE, "M50 4.5L95.5 50L50 95.5L4.5 50Z M50 31V57"), dot(69));
          case QUESTION ->
              List.of(
                  stroke(
                      STROKE,
                      "M50 5A45 45 0 1 1 50 95A45 45 0 1 1 50 5Z"
                          + " M36.5 38C36.5 22 63 22 63 38.5C63 49 50 49 50 61"),
                  dot(74.5));
          case ARROWS ->
              List.of(
                  stroke(
                      6,
                      "M17 44A34 32 0 0 1 83 40 M84 20V40H64 M83 56A34 32 0 0 1 17 60 M16"
                          + " 80V60H36"));
        };
    double factor = size.get() / BOX;
    for (SVGPath part : parts) {
      part.getTransforms().setAll(new Scale(factor, factor, 0, 0));
      part.setManaged(false);
    }
    getChildren().setAll(parts);
    setMinSize(size.get(), size.get());
    setPrefSize(size.get(), size.get());
    setMaxSize(size.get(), size.get());
  }

  private static SVGPath stroke(double width, String path) {
    SVGPath shape = shape("glyph-stroke", path);
    shape.setStrokeWidth(width);
    shape.setStrokeLineCap(StrokeLineCap.ROUND);
    shape.setStrokeLineJoin(StrokeLineJoin.ROUND);
    return shape;
  }

  private static SVGPath tick(String path) {
    SVGPath shape = stroke(TICK, path);
    shape.getStyleClass().setAll("glyph-cut");
    return shape;
  }

  private static SVGPath filled(String path) {
    return shape("glyph-fill", path);
  }

  private static SVGPath dot(double y) {
    return filled("M50 " + (y - 4.2) + "a4.2 4.2 0 1 1 0 8.4a4.2 4.2 0 1 1 0 -8.4Z");
  }

  private static SVGPath shape(String styleClass, String path) {
    SVGPath shape = new SVGPath();
    shape.setContent(path);
    shape.getStyleClass().add(styleClass);
    return shape;
  }
}

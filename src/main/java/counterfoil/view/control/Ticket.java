package counterfoil.view.control;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.ArcTo;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.HLineTo;
import javafx.scene.shape.Line;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.VLineTo;

/**
 * A paper ticket: the body left, the stub right, a perforation with two notches between them. With
 * {@code solid} the body carries the colour of its verdict and has no outline; without, it is
 * outlined paper, which says that nothing was decided.
 */
public final class Ticket extends Region {
  private static final double RADIUS = 14;
  private static final PseudoClass SOLID = PseudoClass.getPseudoClass("solid");

  private final DoubleProperty share = new SimpleDoubleProperty(this, "share", 0.64);
  private final DoubleProperty notch = new SimpleDoubleProperty(this, "notch", 11);
  private final BooleanProperty solid = new SimpleBooleanProperty(this, "solid");
  private final Path bodyPaper = path("ticket-body");
  private final Path stubPaper = path("ticket-stub");
  private final Path bodyEdge = path("ticket-body-edge");
  private final Path stubEdge = path("ticket-stub-edge");
  private final Line perforation = new Line();
  private final StackPane body = new StackPane();
  private final StackPane stub = new StackPane();

  /** An outlined, empty ticket. */
  public Ticket() {
    getStyleClass().add("ticket");
    perforation.getStyleClass().add("ticket-perforation");
    perforation.setManaged(false);
    perforation.getStrokeDashArray().setAll(4.0, 3.0);
    getChildren().addAll(bodyPaper, stubPaper, bodyEdge, stubEdge, perforation, body, stub);
    share.addListener(_ -> requestLayout());
    notch.addListener(_ -> requestLayout());
    solid.addListener(_ -> pseudoClassStateChanged(SOLID, solid.get()));
  }

  /** What stands left of the perforation. */
  public void setBody(Node content) {
    body.getChildren().setAll(content);
  }

  /** What stands left of the perforation, or null. */
  public Node getBody() {
    return body.getChildren().getFirst();
  }

  /** What stands on the stub. */
  public void setStub(Node content) {
    stub.getChildren().setAll(content);
  }

  /** What stands on the stub, or null. */
  public Node getStub() {
    return stub.getChildren().getFirst();
  }

  /** Where the perforation lies, as a part of the width. */
  public double getShare() {
    return share.get();
  }

  /** Sets where the perforation lies, as a part of the width. */
  public void setShare(double part) {
    share.set(part);
  }

  /** Radius of the notches in pixels. */
  public double getNotch() {
    return notch.get();
  }

  /** Sets the radius of the notches in pixels. */
  public void setNotch(double pixels) {
    notch.set(pixels);
  }

  /** Whether the body carries the colour of a verdict. */
  public boolean isSolid() {
    return solid.get();
  }

  /** Sets whether the body carries the colour of a verdict. */
  public void setSolid(boolean decided) {
    solid.set(decided);
  }

  @Override
  protected void layoutChildren() {
    double width = snapSizeX(getWidth());
    double height = snapSizeY(getHeight());
    double cut = Math.rint(width * share.get());
    double r = notch.get();
    bodyPaper.getElements().setAll(left(0, 0, cut, height, r));
    bodyPaper.getElements().addAll(new VLineTo(r), new ClosePath());
    stubPaper.getElements().setAll(right(0, width, cut, height, r));
    stubPaper.getElements().addAll(new VLineTo(r), new ClosePath());
    bodyEdge.getElements().setAll(left(0.5, 0.5, cut, height - 0.5, r));
    stubEdge.getElements().setAll(right(0.5, width - 0.5, cut, height - 0.5, r));
    perforation.setStartX(cut + 0.5);
    perforation.setEndX(cut + 0.5);
    perforation.setStartY(r + 1);
    perforation.setEndY(height - r - 1);
    body.resizeRelocate(0, 0, cut, height);
    stub.resizeRelocate(cut, 0, width - cut, height);
  }

  /** From the upper notch counter-clockwise round the body to the lower notch. */
  private static PathElement[] left(double x, double top, double cut, double bottom, double notch) {
    return new PathElement[] {
      new MoveTo(cut, top + notch),
      new ArcTo(notch, notch, 0, cut - notch, top, false, true),
      new HLineTo(x + RADIUS),
      new ArcTo(RADIUS, RADIUS, 0, x, top + RADIUS, false, false),
      new VLineTo(bottom - RADIUS),
      new ArcTo(RADIUS, RADIUS, 0, x + RADIUS, bottom, false, false),
      new HLineTo(cut - notch),
      new ArcTo(notch, notch, 0, cut, bottom - notch, false, true),
    };
  }

  /** From the upper notch clockwise round the stub to the lower notch. */
  private static PathElement[] right(
      double top, double x, double cut, double bottom, double notch) {
    return new PathElement[] {
      new MoveTo(cut, top + notch),
      new ArcTo(notch, notch, 0, cut + notch, top, false, false),
      new HLineTo(x - RADIUS),
      new ArcTo(RADIUS, RADIUS, 0, x, top + RADIUS, false, true),
      new VLineTo(bottom - RADIUS),
      new ArcTo(RADIUS, RADIUS, 0, x - RADIUS, bottom, false, true),
      new HLineTo(cut + notch),
      new ArcTo(notch, notch, 0, cut, bottom - notch, false, false),
    };
  }

  private static Path path(String styleClass) {
    Path path = new Path();
    path.getStyleClass().add(styleClass);
    path.setManaged(false);
    path.setMouseTransparent(true);
    return path;
  }

  @Override
  protected double computeMinWidth(double height) {
    return 0;
  }

  @Override
  protected double computePrefWidth(double height) {
    return body.prefWidth(height) + stub.prefWidth(height);
  }

  @Override
  protected double computePrefHeight(double width) {
    return Math.max(body.prefHeight(-1), stub.prefHeight(-1));
  }
}

package counterfoil.view.control;

import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Nothing to show: a ticket's outline, one sentence of state, one of what comes next. */
public final class EmptyState extends VBox {
  private final Label title = new Label();
  private final Label next = new Label();
  private final HBox ways = new HBox();

  /** An empty state without words. */
  public EmptyState() {
    getStyleClass().add("empty-state");
    title.getStyleClass().addAll("title-20", "medium");
    next.getStyleClass().add("secondary");
    next.setWrapText(true);
    ways.getStyleClass().add("empty-ways");
    Ticket outline = new Ticket();
    outline.setNotch(6);
    outline.setShare(0.66);
    outline.setMinSize(140, 70);
    outline.setPrefSize(140, 70);
    outline.setMaxSize(140, 70);
    outline.setBody(new Region());
    outline.setStub(new Region());
    getChildren().addAll(outline, title, next, ways);
  }

  /** The sentence of state. */
  public String getTitle() {
    return title.getText();
  }

  /** Sets the sentence of state. */
  public void setTitle(String text) {
    title.setText(text);
  }

  /** What comes next. */
  public StringProperty nextProperty() {
    return next.textProperty();
  }

  /** What comes next. */
  public String getNext() {
    return next.getText();
  }

  /** Sets what comes next. */
  public void setNext(String text) {
    next.setText(text);
  }

  /** Sets the ways on, at most two. */
  public void setWays(Node... buttons) {
    ways.getChildren().setAll(buttons);
  }
}

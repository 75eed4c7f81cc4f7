package counterfoil.view.control;

import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** On or off, taking effect at once. */
public final class Switch extends ToggleButton {
  /** A switch that is off. */
  public Switch() {
    getStyleClass().setAll("switch");
    Region knob = new Region();
    knob.getStyleClass().add("switch-knob");
    StackPane track = new StackPane(knob);
    track.getStyleClass().add("switch-track");
    setGraphic(track);
    setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
  }
}

package counterfoil.view.control;

import javafx.beans.property.StringProperty;
import javafx.event.ActionEvent;
import javafx.event.EventHandler;
import javafx.geometry.Pos;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * A field for a password, with an eye that shows what was typed. The eye is the next stop of Tab
 * and closes by itself when the field is emptied, so that no password stays in sight.
 */
public final class SecretField extends StackPane {
  private final PasswordField hidden = new PasswordField();
  private final TextField shown = new TextField();
  private final ToggleButton eye = new ToggleButton();

  /** An empty field that hides what is typed. */
  public SecretField() {
    getStyleClass().add("secret-field");
    eye.getStyleClass().setAll("button", "plain", "icon-button");
    eye.setGraphic(new FontIcon("bi-eye"));
    setAlignment(eye, Pos.CENTER_RIGHT);
    getChildren().addAll(hidden, shown, eye);
    shown.textProperty().bindBidirectional(hidden.textProperty());
    shown.visibleProperty().bind(eye.selectedProperty());
    hidden.visibleProperty().bind(eye.selectedProperty().not());
    accessibleTextProperty()
        .subscribe(
            name -> {
              hidden.setAccessibleText(name);
              shown.setAccessibleText(name);
            });
    eye.setOnAction(
        _ -> {
          current().requestFocus();
          current().end();
        });
    hidden
        .textProperty()
        .subscribe(
            text -> {
              if (text.isEmpty()) {
                eye.setSelected(false);
              }
            });
  }

  private TextField current() {
    return eye.isSelected() ? shown : hidden;
  }

  /** What was typed. */
  public StringProperty textProperty() {
    return hidden.textProperty();
  }

  /** Whether nothing was typed yet. */
  public boolean isEmpty() {
    return hidden.getText().isEmpty();
  }

  /** What the eye does, for screen readers and as a hint. */
  public String getReveal() {
    return eye.getAccessibleText();
  }

  /** Says what the eye does. */
  public void setReveal(String words) {
    eye.setAccessibleText(words);
  }

  /** Runs at Enter. */
  public void setOnAction(EventHandler<ActionEvent> act) {
    hidden.setOnAction(act);
    shown.setOnAction(act);
  }

  @Override
  public void requestFocus() {
    current().requestFocus();
  }
}

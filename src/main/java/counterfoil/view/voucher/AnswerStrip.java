package counterfoil.view.voucher;

import counterfoil.view.control.Keycap;
import counterfoil.view.text.Texts;
import counterfoil.viewmodel.Wording;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;

/**
 * Where a question of the ticket is answered. The keys that go to the scan field otherwise write
 * the answer; the focus stays where it is.
 */
final class AnswerStrip {
  private final Texts texts;
  private final ObservableValue<String> typed;

  AnswerStrip(Texts texts, ObservableValue<String> typed) {
    this.texts = texts;
    this.typed = typed;
  }

  /** What to type, or what was wrong with what was typed. */
  Label note(Wording wrong, String what) {
    Label note =
        wrong.isEmpty()
            ? label(texts.say(what), "secondary", "amount-note")
            : label(texts.say(wrong), "bad-text", "amount-note");
    note.setWrapText(true);
    return note;
  }

  /** The field that shows what was typed. */
  TextField field(String spoken, String... classes) {
    TextField field = new TextField();
    field.getStyleClass().addAll(classes);
    field.setEditable(false);
    field.setFocusTraversable(false);
    field.setAccessibleText(texts.say(spoken));
    field.textProperty().bind(typed);
    return field;
  }

  /** The field, what {@code Enter} does, and what {@code Esc} does. */
  HBox strip(TextField field, Button enter, String leave) {
    HBox strip = new HBox(field, enter, new Keycap("Esc"), label(texts.say(leave), "label-12"));
    strip.getStyleClass().add("amount-strip");
    return strip;
  }

  static Label label(String text, String... classes) {
    Label label = new Label(text);
    label.getStyleClass().addAll(classes);
    return label;
  }
}

package counterfoil.view.voucher;

import counterfoil.view.control.Chip;
import counterfoil.view.control.Keycap;
import counterfoil.view.text.Texts;
import counterfoil.viewmodel.Mark;
import counterfoil.viewmodel.Tone;
import counterfoil.viewmodel.voucher.TicketFace;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * A redemption that waits for the reason why it is taken back (V24): the usual ones by number, and
 * one strip in which the answer is written by the keys that go to the scan field otherwise.
 */
final class ReasonPane {
  private final Texts texts;
  private final ActButtons buttons;
  private final ObservableValue<String> typed;

  ReasonPane(Texts texts, ActButtons buttons, ObservableValue<String> typed) {
    this.texts = texts;
    this.buttons = buttons;
    this.typed = typed;
  }

  Node body(TicketFace.AskReason asked) {
    Chip chip = new Chip(Tone.ACCENT, Mark.QUESTION, texts.say("voucher.undo.chip"));
    Label title = label(texts.say("voucher.undo.why"), "size-24", "medium");
    title.setWrapText(true);
    VBox body =
        new VBox(
            chip,
            title,
            usual("1", "voucher.undo.mistake"),
            usual("2", "voucher.undo.changed-mind"),
            usual("3", "voucher.undo.not-given"));
    body.getStyleClass().addAll("look-up-body", "reason-body");
    body.setMinWidth(0);
    Region spring = new Region();
    VBox.setVgrow(spring, Priority.ALWAYS);
    body.getChildren().addAll(spring, note(asked), strip());
    return body;
  }

  private HBox usual(String number, String key) {
    HBox row = new HBox(new Keycap(number), label(texts.say(key), "size-14"));
    row.getStyleClass().add("usual-reason");
    return row;
  }

  private Label note(TicketFace.AskReason asked) {
    boolean wrong = !asked.note().isEmpty();
    Label note =
        label(
            wrong ? texts.say(asked.note()) : texts.say("voucher.undo.what"),
            wrong ? "bad-text" : "secondary",
            "amount-note");
    note.setWrapText(true);
    return note;
  }

  private HBox strip() {
    TextField field = new TextField();
    field.getStyleClass().addAll("amount-field", "reason-field");
    field.setEditable(false);
    field.setFocusTraversable(false);
    field.setAccessibleText(texts.say("voucher.undo.why"));
    field.textProperty().bind(typed);
    HBox strip =
        new HBox(
            field,
            buttons.enterReason(),
            new Keycap("Esc"),
            label(texts.say("voucher.undo.leave"), "label-12"));
    strip.getStyleClass().add("amount-strip");
    return strip;
  }

  private static Label label(String text, String... classes) {
    Label label = new Label(text);
    label.getStyleClass().addAll(classes);
    return label;
  }
}

package counterfoil.view.voucher;

import static counterfoil.view.voucher.AnswerStrip.label;

import counterfoil.view.control.Chip;
import counterfoil.view.control.Keycap;
import counterfoil.view.text.Texts;
import counterfoil.viewmodel.Mark;
import counterfoil.viewmodel.Tone;
import counterfoil.viewmodel.voucher.TicketFace;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
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
  private final AnswerStrip answer;

  ReasonPane(Texts texts, ActButtons buttons, ObservableValue<String> typed) {
    this.texts = texts;
    this.buttons = buttons;
    this.answer = new AnswerStrip(texts, typed);
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
    body.getChildren()
        .addAll(
            spring,
            answer.note(asked.note(), "voucher.undo.what"),
            answer.strip(
                answer.field("voucher.undo.why", "amount-field", "reason-field"),
                buttons.enterReason(),
                "voucher.undo.leave"));
    return body;
  }

  private HBox usual(String number, String key) {
    HBox row = new HBox(new Keycap(number), label(texts.say(key), "size-14"));
    row.getStyleClass().add("usual-reason");
    return row;
  }
}

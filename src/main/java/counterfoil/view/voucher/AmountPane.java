package counterfoil.view.voucher;

import static counterfoil.view.voucher.AnswerStrip.label;

import counterfoil.view.control.Chip;
import counterfoil.view.text.Texts;
import counterfoil.viewmodel.Mark;
import counterfoil.viewmodel.Tone;
import counterfoil.viewmodel.Wording;
import counterfoil.viewmodel.voucher.TicketFace;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * Stored value that waits for an amount (V27): the balance, and one strip in which the amount is
 * written by the keys that go to the scan field otherwise. The focus stays where it is.
 */
final class AmountPane {
  private final Texts texts;
  private final ActButtons buttons;
  private final AnswerStrip answer;

  AmountPane(Texts texts, ActButtons buttons, ObservableValue<String> amount) {
    this.texts = texts;
    this.buttons = buttons;
    this.answer = new AnswerStrip(texts, amount);
  }

  Node body(TicketFace.AskAmount asked) {
    Chip chip = new Chip(Tone.ACCENT, Mark.QUESTION, texts.say("voucher.amount.chip"));
    VBox body = new VBox(chip);
    body.getStyleClass().add("look-up-body");
    body.setMinWidth(0);
    if (!asked.good().isEmpty()) {
      String name = texts.say(asked.good());
      Label good = label(name, "size-24", "medium", "look-up-good");
      good.setTooltip(new Tooltip(name));
      body.getChildren().add(good);
    }
    body.getChildren().addAll(label(asked.code(), "mono", "code", "size-14"), balance(asked));
    Region spring = new Region();
    VBox.setVgrow(spring, Priority.ALWAYS);
    body.getChildren().addAll(spring, answer.note(asked.note(), "voucher.amount.what"), strip());
    return body;
  }

  private HBox balance(TicketFace.AskAmount asked) {
    Long left = asked.leftFen();
    Label value =
        label(left == null ? "—" : texts.say(new Wording.Amount(left)), "size-40", "medium");
    value.setMinWidth(Region.USE_PREF_SIZE);
    HBox figures =
        new HBox(new VBox(value, label(texts.say("voucher.amount.left"), "size-13", "secondary")));
    figures.getStyleClass().add("look-up-figures");
    return figures;
  }

  private HBox strip() {
    TextField field = answer.field("voucher.amount.label", "amount-field");
    field.setPromptText(texts.say("voucher.amount.prompt"));
    HBox strip = answer.strip(field, buttons.enterAmount(), "voucher.amount.leave");
    strip.getChildren().addFirst(label(texts.say("voucher.amount.label"), "size-14"));
    return strip;
  }
}

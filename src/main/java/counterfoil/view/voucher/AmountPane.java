package counterfoil.view.voucher;

import counterfoil.view.control.Chip;
import counterfoil.view.control.Keycap;
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
  private final ObservableValue<String> amount;

  AmountPane(Texts texts, ActButtons buttons, ObservableValue<String> amount) {
    this.texts = texts;
    this.buttons = buttons;
    this.amount = amount;
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
    body.getChildren().addAll(spring, note(asked), strip());
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

  private Label note(TicketFace.AskAmount asked) {
    boolean wrong = !asked.note().isEmpty();
    Label note =
        label(
            wrong ? texts.say(asked.note()) : texts.say("voucher.amount.what"),
            wrong ? "bad-text" : "secondary",
            "amount-note");
    note.setWrapText(true);
    return note;
  }

  private HBox strip() {
    TextField field = new TextField();
    field.getStyleClass().add("amount-field");
    field.setEditable(false);
    field.setFocusTraversable(false);
    field.setAccessibleText(texts.say("voucher.amount.label"));
    field.textProperty().bind(amount);
    field.setPromptText(texts.say("voucher.amount.prompt"));
    Label leave = label(texts.say("voucher.amount.leave"), "label-12");
    HBox strip =
        new HBox(
            label(texts.say("voucher.amount.label"), "size-14"),
            field,
            buttons.enterAmount(),
            new Keycap("Esc"),
            leave);
    strip.getStyleClass().add("amount-strip");
    return strip;
  }

  private static Label label(String text, String... classes) {
    Label label = new Label(text);
    label.getStyleClass().addAll(classes);
    return label;
  }
}

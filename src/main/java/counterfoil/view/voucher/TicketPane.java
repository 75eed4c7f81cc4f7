package counterfoil.view.voucher;

import counterfoil.view.control.Icons;
import counterfoil.view.control.Keycap;
import counterfoil.view.control.Ticket;
import counterfoil.view.control.VerdictGlyph;
import counterfoil.view.look.Motion;
import counterfoil.view.text.Texts;
import counterfoil.viewmodel.Language;
import counterfoil.viewmodel.Tone;
import counterfoil.viewmodel.VerdictShape;
import counterfoil.viewmodel.Wording;
import counterfoil.viewmodel.voucher.TicketFace;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Writes a face onto the ticket: the verdict left, the voucher on the stub. */
final class TicketPane {
  private static final double GLYPH = 132;
  private static final double SMALL_GLYPH = 116;

  private final Ticket ticket;
  private final Texts texts;
  private final Motion motion;
  private final StubPane stub;
  private final LookUpPane lookUp;
  private final AmountPane amount;
  private final ReasonPane reason;
  private boolean compact;

  /**
   * A pane that writes on {@code ticket}.
   *
   * @param buttons makes the button of an act
   * @param typed the amount that is being typed
   */
  TicketPane(
      Ticket ticket,
      Texts texts,
      Motion motion,
      ActButtons buttons,
      ObservableValue<String> typed) {
    this.ticket = ticket;
    this.texts = texts;
    this.motion = motion;
    this.stub = new StubPane(texts, buttons);
    this.lookUp = new LookUpPane(texts, buttons);
    this.amount = new AmountPane(texts, buttons, typed);
    this.reason = new ReasonPane(texts, buttons, typed);
  }

  /** Whether the window is narrow, so that the shape is smaller. */
  void setCompact(boolean narrow) {
    compact = narrow;
  }

  void show(TicketFace face) {
    ticket.getStyleClass().removeIf(name -> name.startsWith("tone-"));
    switch (face) {
      case TicketFace.Ready(var last) -> {
        paper();
        ticket.setBody(ready());
        ticket.setStub(stub.of(last));
      }
      case TicketFace.Verdict verdict -> {
        ticket.setSolid(verdict.decided());
        ticket.getStyleClass().add(Icons.styleClass(verdict.tone()));
        Node body = body(verdict);
        ticket.setBody(body);
        motion.enter(body);
        ticket.setStub(stub.of(verdict.stub()));
      }
      case TicketFace.AskReason asked -> {
        paper();
        ticket.setBody(reason.body(asked));
        ticket.setStub(stub.of(asked.stub()));
      }
      case TicketFace.AskAmount asked -> {
        paper();
        ticket.setBody(amount.body(asked));
        ticket.setStub(stub.of(asked.stub()));
      }
      case TicketFace.LookUp found -> {
        paper();
        ticket.setBody(lookUp.body(found));
        ticket.setStub(lookUp.stub(found));
      }
    }
  }

  private void paper() {
    ticket.setSolid(false);
    ticket.getStyleClass().add(Icons.styleClass(Tone.NEUTRAL));
  }

  private Node ready() {
    Label title = new Label(texts.say("voucher.ready.title"));
    title.getStyleClass().addAll("size-40", "medium");
    Label next = new Label(texts.say("voucher.ready.next"));
    next.getStyleClass().addAll("size-14", "secondary");
    next.setWrapText(true);
    VBox words = new VBox(title, next);
    words.getStyleClass().add("ready-words");
    BorderPane body = frame(main(VerdictShape.SCAN, SMALL_GLYPH, words));
    body.setBottom(hints());
    return body;
  }

  private HBox hints() {
    HBox hints =
        new HBox(
            hint("voucher.key.enter", "Enter"),
            hint("voucher.key.look-up", "F6"),
            hint("voucher.key.picture", "F8"),
            hint("voucher.key.undo", "Ctrl", "Z"),
            hint("voucher.key.mute", "F9"));
    hints.getStyleClass().add("key-hints");
    return hints;
  }

  private HBox hint(String key, String... caps) {
    HBox hint = new HBox();
    hint.getStyleClass().add("key-hint");
    for (String cap : caps) {
      hint.getChildren().add(new Keycap(cap));
    }
    Label word = new Label(texts.say(key));
    word.getStyleClass().add("label-12");
    hint.getChildren().add(word);
    return hint;
  }

  private Node body(TicketFace.Verdict verdict) {
    Label word = new Label(texts.say(verdict.word()));
    word.getStyleClass().addAll("verdict-word", "bold");
    word.getStyleClass()
        .add(texts.language() == Language.EN ? latinSize(word.getText()) : hanSize(word.getText()));
    Label reason = new Label(texts.say(verdict.reason()));
    reason.getStyleClass().addAll("verdict-reason", "medium");
    reason.setWrapText(true);
    word.setMinWidth(Region.USE_PREF_SIZE);
    VBox words = new VBox(word, reason);
    words.getStyleClass().add("verdict-words");
    words.setMinWidth(0);
    double size = compact ? SMALL_GLYPH : GLYPH;
    BorderPane body = frame(main(verdict.shape(), size, words));
    VBox foot = new VBox();
    foot.getStyleClass().add("verdict-foot");
    if (!verdict.particulars().isEmpty()) {
      foot.getChildren().add(particulars(verdict));
    }
    Label line = new Label(texts.say(verdict.line()));
    line.getStyleClass().add("verdict-line");
    line.setWrapText(true);
    foot.getChildren().add(line);
    body.setBottom(foot);
    body.setAccessibleRole(AccessibleRole.TEXT);
    body.setAccessibleText(
        word.getText() + ", " + reason.getText() + ", " + texts.say(verdict.line()));
    return body;
  }

  /** The largest size in which an English word fits beside the shape; it is never cut. */
  private static String latinSize(String word) {
    int letters = word.length();
    if (letters <= 7) {
      return "size-72";
    }
    if (letters == 8) {
      return "size-64";
    }
    return letters < 12 ? "size-48" : "size-44";
  }

  /** Four characters of the full size do not fit beside the shape. */
  private static String hanSize(String word) {
    return word.length() <= 3 ? "size-96" : "size-84";
  }

  /** Names of the business may be cut; a time never. */
  private static boolean isName(Wording value) {
    return value instanceof Wording.Literal || value instanceof Wording.Joined;
  }

  private HBox particulars(TicketFace.Verdict verdict) {
    HBox columns = new HBox();
    columns.getStyleClass().add("particulars");
    for (TicketFace.Particular one : verdict.particulars()) {
      Label label = new Label(texts.say(one.label()));
      label.getStyleClass().add("size-14");
      Label value = new Label(texts.say(one.value()));
      value.getStyleClass().addAll("size-20", "medium");
      if (isName(one.value())) {
        value.setMinWidth(0);
        value.setTooltip(new Tooltip(value.getText()));
      } else {
        value.setMinWidth(Region.USE_PREF_SIZE);
      }
      Label reading = new Label(texts.say(one.reading()));
      reading.getStyleClass().add("size-14");
      reading.setMinWidth(Region.USE_PREF_SIZE);
      columns.getChildren().add(new VBox(label, value, reading));
    }
    return columns;
  }

  private static HBox main(VerdictShape shape, double size, Region words) {
    VerdictGlyph glyph = new VerdictGlyph();
    glyph.setFigure(shape);
    glyph.setSize(size);
    HBox.setHgrow(words, Priority.ALWAYS);
    words.setMaxHeight(Region.USE_PREF_SIZE);
    HBox main = new HBox(glyph, words);
    main.getStyleClass().add("verdict-main");
    main.setAlignment(Pos.CENTER_LEFT);
    return main;
  }

  private static BorderPane frame(Node center) {
    BorderPane body = new BorderPane(center);
    body.getStyleClass().add("verdict-body");
    body.setMinWidth(0);
    return body;
  }
}

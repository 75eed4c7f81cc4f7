package counterfoil.view.voucher;

import counterfoil.view.control.Chip;
import counterfoil.view.text.Texts;
import counterfoil.viewmodel.Tone;
import counterfoil.viewmodel.voucher.TicketFace;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The right part of a ticket: good, code, facts, at most two acts. */
final class StubPane {
  private final Texts texts;
  private final ActButtons buttons;

  StubPane(Texts texts, ActButtons buttons) {
    this.texts = texts;
    this.buttons = buttons;
  }

  Node of(TicketFace.Stub stub) {
    VBox pane = new VBox();
    pane.getStyleClass().add("stub");
    if (!stub.heading().isEmpty()) {
      Label heading = new Label(texts.say(stub.heading()));
      heading.getStyleClass().add("label-12");
      pane.getChildren().add(heading);
    }
    if (!stub.title().isEmpty()) {
      String name = texts.say(stub.title());
      Label title = new Label(name);
      title.getStyleClass().addAll("size-16", "medium", "stub-title");
      title.setTooltip(new Tooltip(name));
      pane.getChildren().add(title);
    }
    if (!stub.code().isEmpty()) {
      Label code = new Label(stub.code());
      code.getStyleClass().addAll("mono", "code", "stub-code");
      code.setMinWidth(Region.USE_PREF_SIZE);
      pane.getChildren().add(code);
    }
    pane.getChildren().add(facts(stub));
    Region spring = new Region();
    VBox.setVgrow(spring, Priority.ALWAYS);
    FlowPane acts = new FlowPane();
    acts.getStyleClass().add("stub-acts");
    stub.acts().forEach(act -> acts.getChildren().add(buttons.of(act)));
    pane.getChildren().addAll(spring, acts);
    return pane;
  }

  private VBox facts(TicketFace.Stub stub) {
    VBox facts = new VBox();
    facts.getStyleClass().add("facts");
    for (TicketFace.Fact fact : stub.facts()) {
      facts.getChildren().add(row(fact));
    }
    return facts;
  }

  /** A label at the left and its value at the right; the value is never cut. */
  HBox row(TicketFace.Fact fact) {
    Label label = new Label(texts.say(fact.label()));
    label.getStyleClass().add("secondary");
    label.setMinWidth(0);
    Region spring = new Region();
    HBox.setHgrow(spring, Priority.ALWAYS);
    HBox row = new HBox(label, spring, value(fact));
    row.getStyleClass().add("fact");
    return row;
  }

  private Label value(TicketFace.Fact fact) {
    return switch (fact) {
      case TicketFace.Fact.Value(_, var value, var tone) -> {
        Label said = new Label(texts.say(value));
        said.setMinWidth(Region.USE_PREF_SIZE);
        if (tone == Tone.BAD) {
          said.getStyleClass().addAll("bad-text", "medium");
        }
        yield said;
      }
      case TicketFace.Fact.Chip(_, var state) ->
          new Chip(state.tone(), state.mark(), texts.capital(state.word()));
    };
  }
}

package counterfoil.view.voucher;

import counterfoil.view.control.Chip;
import counterfoil.view.control.UsesBar;
import counterfoil.view.text.Texts;
import counterfoil.viewmodel.voucher.TicketFace;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A voucher that was only looked at: what is left of it, and what became of it so far (V15). */
final class LookUpPane {
  private static final int USES_SHOWN = 5;

  private final Texts texts;
  private final ActButtons buttons;
  private final StubPane facts;

  LookUpPane(Texts texts, ActButtons buttons) {
    this.texts = texts;
    this.buttons = buttons;
    this.facts = new StubPane(texts, buttons);
  }

  Node body(TicketFace.LookUp found) {
    TicketFace.State state = found.state();
    Label ground = new Label(texts.say(found.ground()));
    ground.getStyleClass().add("label-12");
    HBox head =
        new HBox(new Chip(state.tone(), state.mark(), texts.say(state.word())), spring(), ground);
    head.setAlignment(Pos.CENTER_LEFT);
    String name = texts.say(found.good());
    Label good = new Label(name);
    good.getStyleClass().addAll("size-24", "medium", "look-up-good");
    good.setTooltip(new Tooltip(name));
    Label code = new Label(found.code());
    code.getStyleClass().addAll("mono", "code", "size-14");
    HBox figures = new HBox();
    figures.getStyleClass().add("look-up-figures");
    for (TicketFace.Figure figure : found.figures()) {
      Label value = new Label(texts.say(figure.value()));
      value.getStyleClass().addAll("size-40", "medium");
      value.setMinWidth(Region.USE_PREF_SIZE);
      Label label = new Label(texts.say(figure.label()));
      label.getStyleClass().addAll("size-13", "secondary");
      figures.getChildren().add(new VBox(value, label));
    }
    UsesBar pieces = new UsesBar();
    pieces.show(found.usesTotal(), found.usesLeft());
    VBox body = new VBox(head, good, code, figures, pieces, springDown(), foot(found));
    body.getStyleClass().add("look-up-body");
    body.setMinWidth(0);
    return body;
  }

  private HBox foot(TicketFace.LookUp found) {
    Label rule = new Label(texts.say(found.rule()));
    rule.getStyleClass().add("label-12");
    rule.setMinWidth(0);
    HBox foot = new HBox();
    foot.getStyleClass().add("look-up-foot");
    if (found.redeemable()) {
      foot.getChildren().add(buttons.redeemFound(found.usesTotal() == 0));
    }
    foot.getChildren().addAll(spring(), rule);
    return foot;
  }

  Node stub(TicketFace.LookUp found) {
    VBox pane = new VBox();
    pane.getStyleClass().add("stub");
    Label heading = new Label(texts.say(found.stub().heading()));
    heading.getStyleClass().add("label-12");
    VBox uses = new VBox();
    uses.getStyleClass().add("uses");
    if (found.uses().isEmpty()) {
      Label none = new Label(texts.say("voucher.look-up.unused"));
      none.getStyleClass().add("secondary");
      uses.getChildren().add(none);
    }
    found.uses().stream().limit(USES_SHOWN).map(this::use).forEach(uses.getChildren()::add);
    VBox rows = new VBox();
    rows.getStyleClass().add("look-up-facts");
    found.stub().facts().forEach(fact -> rows.getChildren().add(facts.row(fact)));
    pane.getChildren().addAll(heading, uses, springDown(), rows);
    return pane;
  }

  private HBox use(TicketFace.Use use) {
    Label at = new Label(texts.say(use.at()));
    at.getStyleClass().add("secondary");
    at.setMinWidth(Region.USE_PREF_SIZE);
    Label place = new Label(texts.say(use.place()));
    place.setMinWidth(0);
    Label by = new Label(texts.say(use.by()));
    by.getStyleClass().add("tertiary");
    by.setMinWidth(0);
    HBox row = new HBox(at, place, spring(), by);
    row.getStyleClass().add("use");
    return row;
  }

  private static Region spring() {
    Region spring = new Region();
    HBox.setHgrow(spring, Priority.ALWAYS);
    return spring;
  }

  private static Region springDown() {
    Region spring = new Region();
    VBox.setVgrow(spring, Priority.ALWAYS);
    return spring;
  }
}

package counterfoil.view.shell;

import counterfoil.view.Subscriptions;
import counterfoil.view.View;
import counterfoil.view.control.Chip;
import counterfoil.view.control.EmptyState;
import counterfoil.view.text.Texts;
import counterfoil.viewmodel.Command;
import counterfoil.viewmodel.shell.InboxEntry;
import counterfoil.viewmodel.shell.InboxViewModel;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What the server refused after a screen had called it done, each with what to do. */
public final class InboxView implements View {
  private final InboxViewModel model;
  private final Texts texts;
  private final Subscriptions subscriptions = new Subscriptions();

  @FXML private ScrollPane scroll;
  @FXML private VBox entries;
  @FXML private EmptyState empty;

  /** A view of {@code model}. */
  public InboxView(InboxViewModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
  }

  @Override
  public void activate() {
    subscriptions.follow(model.entries(), this::show);
  }

  @Override
  public void deactivate() {
    subscriptions.close();
  }

  private void show() {
    boolean none = model.entries().isEmpty();
    empty.setVisible(none);
    scroll.setVisible(!none);
    entries.getChildren().setAll(model.entries().stream().map(this::row).toList());
  }

  private Node row(InboxEntry entry) {
    Label what = new Label(texts.say(entry.what()));
    what.getStyleClass().add("size-14");
    what.setMinWidth(0);
    Label at = new Label(texts.say(entry.at()));
    at.getStyleClass().add("label-12");
    Label advice = new Label(texts.say(entry.advice()));
    advice.getStyleClass().add("secondary");
    advice.setWrapText(true);
    HBox head = new HBox(new Chip(entry.tone(), entry.mark(), texts.say(entry.why())), what);
    head.getStyleClass().add("inbox-head");
    VBox words = new VBox(head, advice);
    words.getStyleClass().add("inbox-words");
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    Command settle = model.settle(entry);
    Button done = new Button(texts.say("inbox.settle"));
    done.setId("settle");
    done.getStyleClass().addAll("secondary-button", "small");
    done.setMinWidth(Region.USE_PREF_SIZE);
    done.setAccessibleText(texts.say("inbox.settle") + ", " + what.getText());
    done.disableProperty().bind(settle.runningProperty());
    done.setOnAction(_ -> settle.execute());
    HBox row = new HBox(words, at, done);
    row.getStyleClass().add("inbox-entry");
    return row;
  }
}

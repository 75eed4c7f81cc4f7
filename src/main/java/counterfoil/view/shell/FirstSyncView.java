package counterfoil.view.shell;

import counterfoil.view.Subscriptions;
import counterfoil.view.View;
import counterfoil.view.text.Texts;
import counterfoil.viewmodel.Wording;
import counterfoil.viewmodel.shell.FirstSyncViewModel;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;

/** How far the first exchange has come, until work can begin. */
public final class FirstSyncView implements View {
  private final FirstSyncViewModel model;
  private final Texts texts;
  private final Subscriptions subscriptions = new Subscriptions();

  @FXML private ProgressBar bar;
  @FXML private Label rows;
  @FXML private Label trouble;
  @FXML private Button again;
  @FXML private Button cancel;

  /** A view of {@code model}. */
  public FirstSyncView(FirstSyncViewModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
  }

  @FXML
  void initialize() {
    again.setOnAction(_ -> model.again().execute());
    cancel.setOnAction(_ -> model.cancel().execute());
    cancel.setCancelButton(true);
  }

  @Override
  public void activate() {
    // Nothing loops: a bar without an end in sight stands still.
    subscriptions.follow(
        model.doneProperty(), done -> bar.setProgress(Math.max(0, done.doubleValue())));
    subscriptions.follow(model.rowsProperty(), now -> rows.setText(texts.say(now)));
    subscriptions.follow(model.troubleProperty(), this::say);
    again.requestFocus();
  }

  private void say(Wording why) {
    trouble.setText(texts.say(why));
    trouble.setVisible(!why.isEmpty());
  }

  @Override
  public void deactivate() {
    subscriptions.close();
  }
}

package counterfoil.view.shell;

import counterfoil.view.Subscriptions;
import counterfoil.view.View;
import counterfoil.view.text.Texts;
import counterfoil.viewmodel.shell.FaultViewModel;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;

/** What nobody foresaw, above everything else, with the way back to work. */
public final class FaultView implements View {
  private final FaultViewModel model;
  private final Texts texts;
  private final Subscriptions subscriptions = new Subscriptions();

  @FXML private Label unharmed;
  @FXML private Label kind;
  @FXML private Label code;
  @FXML private Button dismiss;
  @FXML private Button copy;

  /** A view of {@code model}. */
  public FaultView(FaultViewModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
  }

  @FXML
  void initialize() {
    dismiss.setOnAction(_ -> model.dismiss().execute());
    dismiss.setCancelButton(true);
    copy.setOnAction(_ -> model.copy().execute());
  }

  @Override
  public void activate() {
    subscriptions.follow(model.currentProperty(), this::show);
    dismiss.requestFocus();
  }

  private void show(Optional<FaultViewModel.Fault> fault) {
    fault.ifPresent(
        now -> {
          unharmed.setText(texts.say(now.unharmed()));
          kind.setText(now.kind());
          code.setText(now.code());
        });
  }

  @Override
  public void deactivate() {
    subscriptions.close();
  }
}

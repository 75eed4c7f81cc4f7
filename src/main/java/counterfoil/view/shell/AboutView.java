package counterfoil.view.shell;

import counterfoil.view.View;
import counterfoil.viewmodel.shell.AboutViewModel;
import javafx.fxml.FXML;
import javafx.scene.control.Label;

/** Version, licence, credits. */
public final class AboutView implements View {
  private final AboutViewModel model;

  @FXML private Label version;
  @FXML private Label runtime;
  @FXML private Label server;
  @FXML private Label data;

  /** A view of {@code model}. */
  public AboutView(AboutViewModel model) {
    this.model = model;
  }

  @Override
  public void activate() {
    version.setText(model.version());
    runtime.setText(model.runtime());
    server.setText(model.server());
    data.setText(model.data());
  }

  @Override
  public void deactivate() {
    // Nothing is followed: what the program is does not change while it runs.
  }
}

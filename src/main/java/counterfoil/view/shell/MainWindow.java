package counterfoil.view.shell;

import counterfoil.view.Subscriptions;
import counterfoil.view.View;
import counterfoil.view.ViewLoader;
import counterfoil.view.control.ScaledPane;
import counterfoil.view.look.Appearance;
import counterfoil.viewmodel.Preferences;
import counterfoil.viewmodel.shell.FaultViewModel;
import counterfoil.viewmodel.shell.WindowState;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.input.InputEvent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * The scene of the program. It shows the life the program is in, dressed in theme, scale and
 * language; a change of language rebuilds the views on the same view models, so nothing is lost.
 */
public final class MainWindow {
  private static final double WIDTH = 1_440;
  private static final double HEIGHT = 900;
  private static final String NO_KEY_HINTS = "no-key-hints";

  private final WindowState model;
  private final FaultViewModel faults;
  private final ViewLoader loader;
  private final StackPane layers = new StackPane();
  private final Scene scene;
  private final Subscriptions subscriptions = new Subscriptions();
  private @Nullable View shown;
  private @Nullable View fault;

  /** A window that is dressed by {@code appearance} as {@code preferences} say. */
  public MainWindow(
      WindowState model,
      FaultViewModel faults,
      Preferences preferences,
      ViewLoader loader,
      Appearance appearance) {
    this.model = model;
    this.faults = faults;
    this.loader = loader;
    ScaledPane scaled = new ScaledPane(layers);
    this.scene = new Scene(scaled, WIDTH, HEIGHT);
    subscriptions.follow(
        preferences.scaleProperty(),
        percent -> scaled.factorProperty().set(percent.intValue() / 100.0));
    subscriptions.follow(preferences.themeProperty(), theme -> appearance.apply(scene, theme));
    subscriptions.follow(preferences.keyHintsProperty(), this::showKeyHints);
    subscriptions.follow(model.entriesProperty(), _ -> rebuild());
    subscriptions.follow(preferences.languageProperty(), _ -> rebuild());
    subscriptions.follow(faults.currentProperty(), this::showFault);
  }

  /** The scene, to be put on a stage. */
  public Scene scene() {
    return scene;
  }

  /** Calls {@code touched} with every key and every use of the pointer. */
  public void onTouch(Runnable touched) {
    scene.addEventFilter(InputEvent.ANY, _ -> touched.run());
  }

  /** Lets go of every view model. */
  public void close() {
    subscriptions.close();
    leave();
  }

  private void showKeyHints(boolean wanted) {
    layers.getStyleClass().remove(NO_KEY_HINTS);
    if (!wanted) {
      layers.getStyleClass().add(NO_KEY_HINTS);
    }
  }

  private void leave() {
    if (shown != null) {
      shown.deactivate();
      shown = null;
    }
    if (fault != null) {
      fault.deactivate();
      fault = null;
    }
    layers.getChildren().clear();
  }

  private void rebuild() {
    leave();
    ViewLoader.Loaded<? extends View> next =
        switch (model.stageProperty().get()) {
          case STARTING -> null;
          case FIRST_RUN -> loader.load(FirstRunView.class);
          case STORE_TROUBLE -> loader.load(StoreTroubleView.class);
          case SIGN_IN -> loader.load(SignInView.class);
          case FIRST_SYNC -> loader.load(FirstSyncView.class);
          case LOCKED -> loader.load(LockView.class);
          case WORK -> loader.load(ShellView.class);
        };
    if (next != null) {
      layers.getChildren().add(next.root());
      shown = next.view();
      next.view().activate();
    }
    showFault(faults.currentProperty().get());
  }

  private void showFault(Optional<FaultViewModel.Fault> now) {
    if (now.isPresent() && fault == null) {
      ViewLoader.Loaded<FaultView> loaded = loader.load(FaultView.class);
      layers.getChildren().add(loaded.root());
      fault = loaded.view();
      loaded.view().activate();
    } else if (now.isEmpty() && fault != null) {
      fault.deactivate();
      fault = null;
      layers.getChildren().removeLast();
    }
  }
}

package counterfoil.view.shell;

import counterfoil.viewmodel.port.Navigator.Place;
import counterfoil.viewmodel.shell.ShellViewModel;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.event.EventHandler;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/**
 * The keys that hold on every screen. They are taken by key code, so an input method is no matter.
 */
final class ShellKeys implements EventHandler<KeyEvent> {
  private final ShellViewModel model;
  private @Nullable Scene scene;
  private final Map<KeyCombination, Runnable> keys = new LinkedHashMap<>();

  ShellKeys(ShellViewModel model) {
    this.model = model;
    keys.put(new KeyCodeCombination(KeyCode.F5), () -> model.syncNow().execute());
    keys.put(new KeyCodeCombination(KeyCode.F1), () -> model.shortcutsProperty().set(true));
    keys.put(control(KeyCode.COMMA), () -> model.show(Place.SETTINGS));
    keys.put(
        new KeyCodeCombination(KeyCode.L, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
        model::switchTheme);
    keys.put(control(KeyCode.L), () -> model.lock().execute());
    keys.put(alt(KeyCode.DIGIT1), () -> model.show(first()));
    keys.put(alt(KeyCode.DIGIT2), () -> model.show(Place.INBOX));
    keys.put(alt(KeyCode.DIGIT3), () -> model.show(Place.SETTINGS));
    keys.put(alt(KeyCode.DIGIT4), () -> model.show(Place.ABOUT));
  }

  private Place first() {
    return model.offers(Place.VOUCHER) ? Place.VOUCHER : Place.INBOX;
  }

  private static KeyCombination control(KeyCode code) {
    return new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN);
  }

  private static KeyCombination alt(KeyCode code) {
    return new KeyCodeCombination(code, KeyCombination.ALT_DOWN);
  }

  /** Listens to {@code next}, and no longer to the scene before; null for none. */
  void attach(@Nullable Scene next) {
    if (scene != null) {
      scene.removeEventFilter(KeyEvent.KEY_PRESSED, this);
    }
    scene = next;
    if (next != null) {
      next.addEventFilter(KeyEvent.KEY_PRESSED, this);
    }
  }

  @Override
  public void handle(KeyEvent event) {
    if (event.isConsumed()) {
      return;
    }
    if (event.getCode() == KeyCode.ESCAPE && model.back()) {
      event.consume();
      return;
    }
    keys.entrySet().stream()
        .filter(entry -> entry.getKey().match(event))
        .findFirst()
        .ifPresent(
            entry -> {
              entry.getValue().run();
              event.consume();
            });
  }
}

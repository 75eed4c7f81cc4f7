package counterfoil.view.voucher;

import counterfoil.viewmodel.Command;
import counterfoil.viewmodel.voucher.VoucherScanViewModel;
import java.util.Map;
import javafx.event.EventHandler;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/**
 * Sends every key of the window to the scan field (V3). A scanner types letters, digits, blanks and
 * {@code Enter}; none of them may reach a button that happens to have the focus, so the keys are
 * taken before they get there.
 */
final class ScanKeys {
  private final VoucherScanViewModel model;
  private final Map<KeyCombination, Command> commands;
  private final EventHandler<KeyEvent> pressed = this::pressed;
  private final EventHandler<KeyEvent> typed = this::typed;
  private @Nullable Scene scene;
  private @Nullable TextField field;

  ScanKeys(VoucherScanViewModel model) {
    this.model = model;
    this.commands =
        Map.ofEntries(
            Map.entry(plain(KeyCode.ENTER), model.submit()),
            Map.entry(plain(KeyCode.TAB), model.submit()),
            Map.entry(plain(KeyCode.F6), model.switchMode()),
            Map.entry(plain(KeyCode.F8), model.openPicture()),
            Map.entry(plain(KeyCode.F9), model.mute()),
            Map.entry(plain(KeyCode.ESCAPE), model.clear()),
            Map.entry(control(KeyCode.Z), model.undo()),
            Map.entry(control(KeyCode.ENTER), model.handOver()));
  }

  private static KeyCombination plain(KeyCode code) {
    return new KeyCodeCombination(code);
  }

  private static KeyCombination control(KeyCode code) {
    return new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN);
  }

  /** Listens to {@code next}, and no longer to the scene before; null for none. */
  void attach(@Nullable Scene next, TextField scan) {
    if (scene != null) {
      scene.removeEventFilter(KeyEvent.KEY_PRESSED, pressed);
      scene.removeEventFilter(KeyEvent.KEY_TYPED, typed);
    }
    scene = next;
    field = scan;
    if (next != null) {
      next.addEventFilter(KeyEvent.KEY_PRESSED, pressed);
      next.addEventFilter(KeyEvent.KEY_TYPED, typed);
    }
  }

  private void pressed(KeyEvent event) {
    if (event.isConsumed()) {
      return;
    }
    for (Map.Entry<KeyCombination, Command> entry : commands.entrySet()) {
      if (entry.getKey().match(event)) {
        entry.getValue().execute();
        event.consume();
        return;
      }
    }
    if (event.isShortcutDown() && event.getCode() == KeyCode.V && model.pastePicture()) {
      event.consume();
      return;
    }
    if (writes(event)) {
      boolean elsewhere = focusField();
      if (elsewhere) {
        event.consume();
      }
    }
  }

  private void typed(KeyEvent event) {
    if (event.isConsumed() || event.isControlDown() || event.isAltDown() || event.isMetaDown()) {
      return;
    }
    model.typed();
    TextField scan = field;
    if (focusField() && scan != null) {
      String character = event.getCharacter();
      if (!character.isEmpty() && !Character.isISOControl(character.charAt(0))) {
        scan.insertText(scan.getCaretPosition(), character);
      }
      event.consume();
    }
  }

  private static boolean writes(KeyEvent event) {
    return !event.isControlDown()
        && !event.isAltDown()
        && !event.isMetaDown()
        && (event.getCode().isLetterKey()
            || event.getCode().isDigitKey()
            || event.getCode().isWhitespaceKey()
            || event.getCode().isKeypadKey()
            || event.getText().length() == 1);
  }

  /** Gives the field the focus; true when something else had it. */
  private boolean focusField() {
    TextField scan = field;
    if (scan == null || scan.isFocused()) {
      return false;
    }
    scan.requestFocus();
    scan.end();
    return true;
  }
}

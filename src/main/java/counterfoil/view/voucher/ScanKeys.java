package counterfoil.view.voucher;

import counterfoil.viewmodel.Command;
import counterfoil.viewmodel.voucher.ScanField;
import counterfoil.viewmodel.voucher.VoucherScanViewModel;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import javafx.event.EventHandler;
import javafx.scene.Scene;
import javafx.scene.control.IndexRange;
import javafx.scene.control.TextField;
import javafx.scene.input.InputMethodEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/**
 * Tells every key of the window to the scan field (V3). A scanner types letters, digits, blanks and
 * {@code Enter}; none of them may reach a button that happens to have the focus, so the keys are
 * taken before they get there, and go by their code as well as by their character, which an input
 * method or a foreign layout may have spoilt (V6).
 */
final class ScanKeys {
  private static final Set<KeyCode> ERASING = EnumSet.of(KeyCode.BACK_SPACE, KeyCode.DELETE);
  private static final Set<KeyCode> MOVING =
      EnumSet.of(KeyCode.LEFT, KeyCode.RIGHT, KeyCode.HOME, KeyCode.END);

  private static final Set<String> ENDS = Set.of("\r", "\n", "\t");

  private final VoucherScanViewModel model;
  private final ScanField codes;
  private final Map<KeyCombination, Command> commands;
  private final EventHandler<KeyEvent> pressed = this::pressed;
  private final EventHandler<KeyEvent> typed = this::typed;
  private final EventHandler<KeyEvent> released = this::released;
  private final EventHandler<InputMethodEvent> composed = this::composed;
  private @Nullable Scene scene;
  private @Nullable TextField field;

  ScanKeys(VoucherScanViewModel model) {
    this.model = model;
    this.codes = model.field();
    this.commands =
        Map.ofEntries(
            Map.entry(plain(KeyCode.F6), model.switchMode()),
            Map.entry(plain(KeyCode.F8), model.openPicture()),
            Map.entry(plain(KeyCode.F9), model.mute()),
            Map.entry(plain(KeyCode.F12), model.askAgain()),
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
      scene.removeEventFilter(KeyEvent.KEY_RELEASED, released);
      scene.removeEventFilter(InputMethodEvent.INPUT_METHOD_TEXT_CHANGED, composed);
    }
    scene = next;
    field = scan;
    if (next != null) {
      next.addEventFilter(KeyEvent.KEY_PRESSED, pressed);
      next.addEventFilter(KeyEvent.KEY_TYPED, typed);
      next.addEventFilter(KeyEvent.KEY_RELEASED, released);
      next.addEventFilter(InputMethodEvent.INPUT_METHOD_TEXT_CHANGED, composed);
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
    boolean inAmount = codes.askingProperty().get();
    if (isShortcut(event)) {
      shortcut(event);
    } else if (inAmount
        && (event.getCode() == KeyCode.BACK_SPACE || MOVING.contains(event.getCode()))) {
      tell(event, false);
      event.consume();
    } else if (ERASING.contains(event.getCode()) || MOVING.contains(event.getCode())) {
      // Editing is the text field's own business; it tells what came of it.
      if (focusField()) {
        event.consume();
      }
    } else if (writes(event)) {
      focusField();
      eraseSelection();
      tell(event, false);
      event.consume();
    }
  }

  private void shortcut(KeyEvent event) {
    boolean paste = event.isShortcutDown() && event.getCode() == KeyCode.V;
    if (paste && model.pastePicture()) {
      event.consume();
      return;
    }
    if (paste) {
      focusField();
    }
    tell(event, true);
  }

  private void tell(KeyEvent event, boolean shortcut) {
    codes.pressed(event.getCode().name(), event.isShiftDown(), shortcut);
  }

  /** Every key that yields a character or ends a code; an input method's have no code. */
  private static boolean writes(KeyEvent event) {
    KeyCode code = event.getCode();
    boolean end = code == KeyCode.ENTER || (code == KeyCode.TAB && !event.isShiftDown());
    return end
        || code == KeyCode.UNDEFINED
        || !(code.isFunctionKey()
            || code.isModifierKey()
            || code.isNavigationKey()
            || code.isMediaKey()
            || code == KeyCode.TAB
            || code == KeyCode.ESCAPE
            || code == KeyCode.CONTEXT_MENU);
  }

  private void typed(KeyEvent event) {
    if (event.isConsumed() || isShortcut(event)) {
      return;
    }
    String character = event.getCharacter();
    if (!isControl(character)) {
      focusField();
      eraseSelection();
      codes.typed(character);
    } else if (ENDS.contains(character)) {
      codes.typed(character);
    }
    event.consume();
  }

  /** What an input method made in the end; what it is still making is nobody's business. */
  private void composed(InputMethodEvent event) {
    if (!event.getCommitted().isEmpty()) {
      focusField();
      codes.typed(event.getCommitted());
    }
    event.consume();
  }

  private void released(KeyEvent event) {
    codes.released(event.getCode().name());
  }

  /** Control or Alt or Meta is down; both of the first are AltGr, which writes. */
  private static boolean isShortcut(KeyEvent event) {
    return event.isMetaDown() || event.isControlDown() != event.isAltDown();
  }

  private static boolean isControl(String character) {
    return character.isEmpty() || Character.isISOControl(character.charAt(0));
  }

  private void eraseSelection() {
    TextField scan = field;
    if (scan != null && scan.getSelection().getLength() > 0) {
      IndexRange selected = scan.getSelection();
      scan.deleteText(selected);
    }
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

package counterfoil.view.shell;

import counterfoil.view.Subscriptions;
import counterfoil.view.text.Texts;
import counterfoil.viewmodel.Wording;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;

/**
 * The line below a password: how Caps Lock stands, as far as the system tells, and what else is to
 * be said there. Looks again with every key and click.
 */
final class CapsNote {
  private static final PseudoClass ON = PseudoClass.getPseudoClass("on");

  private final Label line;
  private final Texts texts;
  private final Supplier<Optional<Boolean>> capsLock;
  private final EventHandler<InputEvent> look = _ -> show();
  private Wording more = Wording.none();

  /**
   * A note in {@code line}.
   *
   * @param capsLock whether Caps Lock is on; empty where the system does not tell
   */
  CapsNote(Label line, Texts texts, Supplier<Optional<Boolean>> capsLock) {
    this.line = line;
    this.texts = texts;
    this.capsLock = capsLock;
  }

  /** Looks from now on until the subscriptions are closed. */
  void watch(Node screen, Subscriptions subscriptions) {
    Listening listening = new Listening();
    subscriptions.follow(screen.sceneProperty(), listening::to);
    subscriptions.onClose(listening::end);
  }

  private final class Listening {
    private Optional<Scene> scene = Optional.empty();

    void to(Scene next) {
      end();
      scene = Optional.ofNullable(next);
      scene.ifPresent(
          each -> {
            each.addEventFilter(KeyEvent.ANY, look);
            each.addEventFilter(MouseEvent.MOUSE_PRESSED, look);
          });
      show();
    }

    void end() {
      scene.ifPresent(
          each -> {
            each.removeEventFilter(KeyEvent.ANY, look);
            each.removeEventFilter(MouseEvent.MOUSE_PRESSED, look);
          });
      scene = Optional.empty();
    }
  }

  /** Says something else in the same line; nothing for nothing. */
  void say(Wording what) {
    more = what;
    show();
  }

  private void show() {
    Optional<Boolean> on = capsLock.get();
    Wording caps =
        on.map(is -> Wording.of(is ? "sign-in.caps-on" : "sign-in.caps-off"))
            .map(Wording.class::cast)
            .orElse(Wording.none());
    String text =
        caps.isEmpty() || more.isEmpty()
            ? texts.say(caps.isEmpty() ? more : caps)
            : texts.say(Wording.Joined.of(caps, more));
    line.setText(text);
    line.pseudoClassStateChanged(ON, on.orElse(false));
    line.setVisible(!text.isEmpty());
    line.setManaged(!text.isEmpty());
  }
}

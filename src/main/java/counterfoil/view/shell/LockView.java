package counterfoil.view.shell;

import counterfoil.view.Subscriptions;
import counterfoil.view.View;
import counterfoil.view.control.SecretField;
import counterfoil.view.text.Texts;
import counterfoil.viewmodel.Wording;
import counterfoil.viewmodel.shell.LockViewModel;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import javafx.event.EventHandler;
import javafx.fxml.FXML;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The locked program. Keys pass the scanner's ear before they reach the password field. */
public final class LockView implements View {
  private final LockViewModel model;
  private final Texts texts;
  private final LongSupplier nanos;
  private final Supplier<Optional<Boolean>> capsLock;
  private final Subscriptions subscriptions = new Subscriptions();
  private final EventHandler<KeyEvent> keys = this::heard;
  private @Nullable Scene scene;

  @FXML private VBox screen;
  @FXML private Label person;
  @FXML private SecretField password;
  @FXML private Label note;
  @FXML private Label message;
  @FXML private Button unlock;
  @FXML private Button signOut;

  /**
   * A view of {@code model}.
   *
   * @param nanos monotonic nanoseconds, which tell a scanner's pace from a person's
   * @param capsLock whether Caps Lock is on; empty where the system does not tell
   */
  public LockView(
      LockViewModel model, Texts texts, LongSupplier nanos, Supplier<Optional<Boolean>> capsLock) {
    this.model = model;
    this.texts = texts;
    this.nanos = nanos;
    this.capsLock = capsLock;
  }

  @FXML
  void initialize() {
    person.setText(model.person());
    unlock.setOnAction(_ -> model.unlock().execute());
    password.setOnAction(_ -> model.unlock().execute());
    signOut.setOnAction(_ -> model.signOut().execute());
  }

  @Override
  public void activate() {
    new CapsNote(note, texts, capsLock).watch(screen, subscriptions);
    subscriptions.bindBoth(password.textProperty(), model.passwordProperty());
    subscriptions.bind(
        unlock.disableProperty(), model.unlock().executableProperty().map(may -> !may));
    subscriptions.follow(model.messageProperty(), this::say);
    subscriptions.follow(screen.sceneProperty(), this::listen);
    subscriptions.onClose(() -> listen(null));
    password.requestFocus();
  }

  private void listen(@Nullable Scene next) {
    if (scene != null) {
      scene.removeEventFilter(KeyEvent.ANY, keys);
    }
    scene = next;
    if (next != null) {
      next.addEventFilter(KeyEvent.ANY, keys);
    }
  }

  private void heard(KeyEvent event) {
    long now = nanos.getAsLong();
    if (event.getEventType() == KeyEvent.KEY_TYPED) {
      model.typed(event.getCharacter(), now);
    } else if (event.getEventType() == KeyEvent.KEY_RELEASED) {
      model.released(event.getCode().name(), now);
    } else if (model.pressed(
        event.getCode().name(), event.isShiftDown(), event.isShortcutDown(), now)) {
      event.consume();
    }
  }

  private void say(Wording what) {
    message.setText(texts.say(what));
    message.setVisible(!what.isEmpty());
    password.requestFocus();
  }

  @Override
  public void deactivate() {
    subscriptions.close();
  }
}

package counterfoil.view.shell;

import counterfoil.view.Subscriptions;
import counterfoil.view.View;
import counterfoil.view.text.Texts;
import counterfoil.viewmodel.Wording;
import counterfoil.viewmodel.shell.SignInDesk;
import counterfoil.viewmodel.shell.SignInViewModel;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The sign-in form, and the device's ticket beside it where there is room. */
public final class SignInView implements View {
  private static final double ASIDE_FROM = 1_100;

  private final SignInViewModel model;
  private final Texts texts;
  private final Subscriptions subscriptions = new Subscriptions();

  @FXML private HBox screen;
  @FXML private Label where;
  @FXML private FontIcon lock;
  @FXML private Label server;
  @FXML private Button change;
  @FXML private TextField username;
  @FXML private PasswordField password;
  @FXML private VBox renewal;
  @FXML private PasswordField next;
  @FXML private PasswordField again;
  @FXML private Label message;
  @FXML private Button signIn;
  @FXML private HBox offlineNote;
  @FXML private Label offlineHint;
  @FXML private HBox choices;
  @FXML private Button narrowLanguage;
  @FXML private Button narrowTheme;
  @FXML private VBox aside;
  @FXML private Label store;
  @FXML private Label device;
  @FXML private Label lastSync;
  @FXML private Label queue;
  @FXML private Label day;
  @FXML private Label weekday;
  @FXML private Button language;
  @FXML private Button theme;

  /** A form for {@code model}. */
  public SignInView(SignInViewModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
  }

  @FXML
  void initialize() {
    SignInDesk.Device known = model.device();
    where.setText(texts.say(Wording.Joined.of(known.store(), known.name())));
    server.setText(known.server());
    lock.setVisible(known.server().startsWith("https:"));
    lock.setManaged(lock.isVisible());
    store.setText(texts.say(known.store()));
    device.setText(texts.say(known.name()));
    lastSync.setText(texts.say(known.lastSync()));
    queue.setText(Long.toString(known.queue()));
    day.setText(texts.say(new Wording.ShortDay(known.today())));
    weekday.setText(texts.say(new Wording.WeekdayName(known.today())));
    boolean hint = !known.offlineHint().isEmpty();
    offlineHint.setText(texts.say(known.offlineHint()));
    offlineNote.setVisible(hint);
    offlineNote.setManaged(hint);
    change.setOnAction(_ -> model.changeServer().execute());
    signIn.setOnAction(_ -> model.signIn().execute());
    username.setOnAction(_ -> password.requestFocus());
    password.setOnAction(_ -> model.signIn().execute());
    next.setOnAction(_ -> again.requestFocus());
    again.setOnAction(_ -> model.signIn().execute());
    for (Button button : new Button[] {language, narrowLanguage}) {
      button.setOnAction(_ -> model.switchLanguage().execute());
    }
    for (Button button : new Button[] {theme, narrowTheme}) {
      button.setOnAction(_ -> model.switchTheme().execute());
    }
    screen.widthProperty().addListener(_ -> fit());
    fit();
  }

  private void fit() {
    boolean room = screen.getWidth() >= ASIDE_FROM;
    aside.setVisible(room);
    aside.setManaged(room);
    choices.setVisible(!room);
    choices.setManaged(!room);
  }

  @Override
  public void activate() {
    subscriptions.bindBoth(username.textProperty(), model.usernameProperty());
    subscriptions.bindBoth(password.textProperty(), model.passwordProperty());
    subscriptions.bindBoth(next.textProperty(), model.nextProperty());
    subscriptions.bindBoth(again.textProperty(), model.againProperty());
    subscriptions.follow(model.messageProperty(), this::say);
    subscriptions.follow(model.mustChangeProperty(), this::renew);
    subscriptions.bind(
        signIn.disableProperty(), model.signIn().executableProperty().map(may -> !may));
    if (username.getText().isEmpty()) {
      username.requestFocus();
    } else {
      password.requestFocus();
    }
  }

  private void renew(boolean must) {
    renewal.setVisible(must);
    renewal.setManaged(must);
    username.setDisable(must);
    password.setDisable(must);
    if (must) {
      next.requestFocus();
    }
  }

  private void say(Wording why) {
    message.setText(texts.say(why));
    message.setVisible(!why.isEmpty());
    message.setManaged(!why.isEmpty());
    if (!why.isEmpty() && !model.mustChangeProperty().get()) {
      password.requestFocus();
    }
  }

  @Override
  public void deactivate() {
    subscriptions.close();
  }
}

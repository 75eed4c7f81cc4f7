package counterfoil.view.shell;

import counterfoil.view.Subscriptions;
import counterfoil.view.View;
import counterfoil.view.text.Texts;
import counterfoil.viewmodel.Wording;
import counterfoil.viewmodel.shell.SignInDesk;
import counterfoil.viewmodel.shell.SignInViewModel;
import javafx.fxml.FXML;
import javafx.scene.Node;
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
  @FXML private VBox naming;
  @FXML private TextField deviceName;
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
    where.setText(texts.say(where(known)));
    server.setText(texts.say(known.server()));
    present(lock, known.secure());
    store.setText(
        texts.say(known.store().isEmpty() ? Wording.of("sign-in.new-device") : known.store()));
    device.textProperty().bind(deviceName.textProperty());
    present(naming, !known.enrolled());
    lastSync.setText(texts.say(known.lastSync()));
    queue.setText(Long.toString(known.queue()));
    day.setText(texts.say(new Wording.ShortDay(known.today())));
    weekday.setText(texts.say(new Wording.WeekdayName(known.today())));
    offlineHint.setText(texts.say(known.offlineHint()));
    present(offlineNote, !known.offlineHint().isEmpty());
    change.setOnAction(_ -> model.changeServer().execute());
    signIn.setOnAction(_ -> model.signIn().execute());
    deviceName.setOnAction(_ -> username.requestFocus());
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
    present(aside, room);
    present(choices, !room);
  }

  private static Wording where(SignInDesk.Device known) {
    return known.enrolled()
        ? Wording.of(
            "sign-in.enrolled", Wording.Joined.of(known.store(), Wording.literal(known.name())))
        : Wording.of("sign-in.not-enrolled");
  }

  private static void present(Node node, boolean wanted) {
    node.setVisible(wanted);
    node.setManaged(wanted);
  }

  @Override
  public void activate() {
    subscriptions.bindBoth(deviceName.textProperty(), model.deviceNameProperty());
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
    present(renewal, must);
    username.setDisable(must);
    password.setDisable(must);
    if (must) {
      next.requestFocus();
    }
  }

  private void say(Wording why) {
    message.setText(texts.say(why));
    present(message, !why.isEmpty());
    if (!why.isEmpty() && !model.mustChangeProperty().get()) {
      password.requestFocus();
    }
  }

  @Override
  public void deactivate() {
    subscriptions.close();
  }
}

package counterfoil.view.shell;

import counterfoil.view.Subscriptions;
import counterfoil.view.View;
import counterfoil.view.control.SecretField;
import counterfoil.view.text.Texts;
import counterfoil.viewmodel.Wording;
import counterfoil.viewmodel.shell.SignInDesk;
import counterfoil.viewmodel.shell.SignInViewModel;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The sign-in form, and the device's ticket beside it where there is room. */
public final class SignInView implements View {
  private static final double ASIDE_FROM = 1_100;

  private final SignInViewModel model;
  private final Texts texts;
  private final Supplier<Optional<Boolean>> capsLock;
  private final Subscriptions subscriptions = new Subscriptions();

  @FXML private HBox screen;
  @FXML private Label where;
  @FXML private FontIcon lock;
  @FXML private Label server;
  @FXML private Button change;
  @FXML private VBox naming;
  @FXML private TextField deviceName;
  @FXML private VBox companyAsked;
  @FXML private TextField company;
  @FXML private TextField username;
  @FXML private SecretField password;
  @FXML private VBox previousAsked;
  @FXML private SecretField previous;
  @FXML private VBox renewal;
  @FXML private SecretField next;
  @FXML private SecretField again;
  @FXML private Label note;
  @FXML private Label message;
  @FXML private Button signIn;
  @FXML private HBox offlineNote;
  @FXML private Label offlineHint;
  @FXML private HBox leftBehindNote;
  @FXML private Label leftBehind;
  @FXML private HBox helpNote;
  @FXML private HBox choices;
  @FXML private Button narrowLanguage;
  @FXML private Button narrowTheme;
  @FXML private Button narrowHelp;
  @FXML private VBox aside;
  @FXML private Label store;
  @FXML private Label device;
  @FXML private Label lastSync;
  @FXML private Label queue;
  @FXML private Label day;
  @FXML private Label weekday;
  @FXML private Button language;
  @FXML private Button theme;
  @FXML private Button help;

  /**
   * A form for {@code model}.
   *
   * @param capsLock whether Caps Lock is on; empty where the system does not tell
   */
  public SignInView(SignInViewModel model, Texts texts, Supplier<Optional<Boolean>> capsLock) {
    this.model = model;
    this.texts = texts;
    this.capsLock = capsLock;
  }

  @FXML
  void initialize() {
    describe(model.device());
    device.textProperty().bind(deviceName.textProperty());
    change.setOnAction(_ -> model.changeServer().execute());
    signIn.setOnAction(_ -> model.signIn().execute());
    deviceName.setOnAction(_ -> (companyAsked.isVisible() ? company : username).requestFocus());
    company.setOnAction(_ -> goOn(username, username.getText().isEmpty()));
    username.setOnAction(_ -> password.requestFocus());
    password.setOnAction(_ -> goOn(previous, previousAsked.isVisible()));
    previous.setOnAction(_ -> model.signIn().execute());
    next.setOnAction(_ -> again.requestFocus());
    again.setOnAction(_ -> model.signIn().execute());
    for (Button button : new Button[] {language, narrowLanguage}) {
      button.setOnAction(_ -> model.switchLanguage().execute());
    }
    for (Button button : new Button[] {theme, narrowTheme}) {
      button.setOnAction(_ -> model.switchTheme().execute());
    }
    for (Button button : new Button[] {help, narrowHelp}) {
      button.setOnAction(_ -> model.help().execute());
    }
    screen.widthProperty().addListener(_ -> fit());
    fit();
  }

  /** To the next field where something is left to fill in there, else signs in. */
  private void goOn(Node field, boolean left) {
    if (left) {
      field.requestFocus();
    } else {
      model.signIn().execute();
    }
  }

  private void describe(SignInDesk.Device known) {
    where.setText(texts.say(where(known)));
    server.setText(texts.say(known.server()));
    present(lock, known.secure());
    store.setText(
        texts.say(known.store().isEmpty() ? Wording.of("sign-in.new-device") : known.store()));
    present(naming, !known.enrolled());
    lastSync.setText(texts.say(known.lastSync()));
    queue.setText(Long.toString(known.queue()));
    day.setText(texts.say(new Wording.ShortDay(known.today())));
    weekday.setText(texts.say(new Wording.WeekdayName(known.today())));
    offlineHint.setText(texts.say(known.offlineHint()));
    present(offlineNote, !known.offlineHint().isEmpty());
    leftBehind.setText(texts.say(known.leftBehind()));
    present(leftBehindNote, !known.leftBehind().isEmpty());
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
    CapsNote caps = new CapsNote(note, texts, capsLock);
    caps.watch(screen, subscriptions);
    subscriptions.bindBoth(deviceName.textProperty(), model.deviceNameProperty());
    subscriptions.bindBoth(company.textProperty(), model.companyProperty());
    subscriptions.bindBoth(username.textProperty(), model.usernameProperty());
    subscriptions.bindBoth(password.textProperty(), model.passwordProperty());
    subscriptions.bindBoth(previous.textProperty(), model.previousProperty());
    subscriptions.bindBoth(next.textProperty(), model.nextProperty());
    subscriptions.bindBoth(again.textProperty(), model.againProperty());
    subscriptions.follow(model.triesLeftProperty(), caps::say);
    subscriptions.follow(model.companyAskedProperty(), asked -> present(companyAsked, asked));
    subscriptions.follow(model.previousAskedProperty(), asked -> present(previousAsked, asked));
    subscriptions.follow(model.helpShownProperty(), shown -> present(helpNote, shown));
    subscriptions.follow(model.mustChangeProperty(), this::renew);
    subscriptions.follow(model.messageProperty(), this::say);
    subscriptions.bind(
        signIn.disableProperty(), model.signIn().executableProperty().map(may -> !may));
    // What scrolls is in the scene, and can have the focus, only once it has its looks.
    screen.applyCss();
    toFirstEmpty();
  }

  private void renew(boolean must) {
    present(renewal, must);
    company.setDisable(must);
    username.setDisable(must);
    password.setDisable(must);
    if (must) {
      next.requestFocus();
    }
  }

  private void say(Wording why) {
    message.setText(texts.say(why));
    present(message, !why.isEmpty());
    if (!why.isEmpty()) {
      toFirstEmpty();
    }
  }

  /** To what is asked next; an optional field is none of it. */
  private void toFirstEmpty() {
    if (model.mustChangeProperty().get()) {
      (next.isEmpty() ? next : again).requestFocus();
    } else if (companyAsked.isVisible() && company.getText().isEmpty()) {
      company.requestFocus();
    } else if (username.getText().isEmpty()) {
      username.requestFocus();
    } else {
      password.requestFocus();
    }
  }

  @Override
  public void deactivate() {
    subscriptions.close();
  }
}

package counterfoil.view.shell;

import counterfoil.view.Subscriptions;
import counterfoil.view.View;
import counterfoil.view.ViewLoader;
import counterfoil.view.control.Badge;
import counterfoil.view.text.Texts;
import counterfoil.view.voucher.VoucherScanView;
import counterfoil.viewmodel.Wording;
import counterfoil.viewmodel.port.Navigator.Place;
import counterfoil.viewmodel.shell.Person;
import counterfoil.viewmodel.shell.ShellViewModel;
import counterfoil.viewmodel.shell.SyncStatus;
import counterfoil.viewmodel.shell.SyncStatus.State;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** Navigation, top bar, and one screen at a time between them. */
public final class ShellView implements View {
  private static final double RAIL_BELOW = 1_200;
  private static final double RAIL_WIDTH = 56;
  private static final double NAVIGATION_WIDTH = 208;
  private static final PseudoClass RAIL = PseudoClass.getPseudoClass("rail");
  private static final PseudoClass WAITING = PseudoClass.getPseudoClass("waiting");
  private static final PseudoClass OFFLINE = PseudoClass.getPseudoClass("offline");

  private final ShellViewModel model;
  private final Texts texts;
  private final ViewLoader loader;
  private final ShellKeys keys;
  private final Subscriptions subscriptions = new Subscriptions();
  private @Nullable View shown;
  private @Nullable View overlay;

  @FXML private StackPane frame;
  @FXML private Label brandName;
  @FXML private NavItem voucher;
  @FXML private NavItem inbox;
  @FXML private NavItem shortcuts;
  @FXML private NavItem about;
  @FXML private NavItem settings;
  @FXML private Label initial;
  @FXML private VBox userWords;
  @FXML private Label userName;
  @FXML private Label userRole;
  @FXML private Label userStore;
  @FXML private Button signOut;
  @FXML private Label title;
  @FXML private Label place;
  @FXML private Label sample;
  @FXML private Button leaveSample;
  @FXML private Button status;
  @FXML private Region onlineDot;
  @FXML private FontIcon offlineIcon;
  @FXML private Label connection;
  @FXML private Label latency;
  @FXML private Label cache;
  @FXML private FontIcon queueIcon;
  @FXML private Label queue;
  @FXML private Button inboxStatus;
  @FXML private Badge inboxCount;
  @FXML private StackPane content;
  @FXML private VBox details;
  @FXML private Label detailConnection;
  @FXML private Label detailSuccess;
  @FXML private Label detailFailure;
  @FXML private Label detailQueue;
  @FXML private Button syncNow;
  @FXML private Label readOnly;
  @FXML private Label clockOff;
  @FXML private Label detailAdvice;
  @FXML private Label detailClock;
  @FXML private Label detailLatency;
  @FXML private Label detailCache;
  @FXML private Button signInAgain;
  @FXML private Button export;
  @FXML private Label exported;
  @FXML private NavItem lock;

  /** A frame round {@code model}'s places, loaded by {@code loader}. */
  public ShellView(ShellViewModel model, Texts texts, ViewLoader loader) {
    this.model = model;
    this.texts = texts;
    this.loader = loader;
    this.keys = new ShellKeys(model);
  }

  @FXML
  void initialize() {
    Person person = model.person();
    initial.setText(person.initial());
    userName.setText(person.name());
    String role = texts.say(person.role());
    String store = texts.say(person.store());
    userRole.setText(role.isEmpty() || store.isEmpty() ? role : role + " ·");
    userStore.setText(store);
    place.setText(texts.say(Wording.Joined.of(person.store(), person.counter())));
    present(sample, person.sample());
    present(leaveSample, person.sample());
    leaveSample.setOnAction(_ -> model.leaveSample().execute());
    export.setOnAction(_ -> model.export().export().execute());
    voucher.setVisible(model.offers(Place.VOUCHER));
    voucher.setManaged(model.offers(Place.VOUCHER));
    voucher.setOnAction(_ -> model.show(Place.VOUCHER));
    inbox.setOnAction(_ -> model.show(Place.INBOX));
    inboxStatus.setOnAction(_ -> model.show(Place.INBOX));
    about.setOnAction(_ -> model.show(Place.ABOUT));
    settings.setOnAction(_ -> model.show(Place.SETTINGS));
    shortcuts.setOnAction(_ -> model.shortcutsProperty().set(true));
    status.setOnAction(_ -> model.detailsProperty().set(!model.detailsProperty().get()));
    syncNow.setOnAction(_ -> model.syncNow().execute());
    signOut.setOnAction(_ -> model.signOut().execute());
    signInAgain.setOnAction(_ -> model.signOut().execute());
    lock.setOnAction(_ -> model.lock().execute());
    readOnly.setTooltip(new Tooltip(texts.say("shell.read-only.what")));
    frame.widthProperty().addListener(_ -> fit());
    frame.sceneProperty().addListener(_ -> fit());
    fit();
  }

  /** Before it is laid out it will be as wide as its window. */
  private void fit() {
    Scene scene = frame.getScene();
    double width = frame.getWidth() == 0 && scene != null ? scene.getWidth() : frame.getWidth();
    boolean rail = width < RAIL_BELOW;
    frame.pseudoClassStateChanged(RAIL, rail);
    for (NavItem item : items()) {
      item.railProperty().set(rail);
    }
    lock.railProperty().set(rail);
    present(brandName, !rail);
    present(userWords, !rail);
    present(signOut, !rail);
    present(place, !rail);
  }

  private static void present(Node node, boolean wanted) {
    node.setVisible(wanted);
    node.setManaged(wanted);
  }

  @Override
  public void activate() {
    // Before any screen's own keys, so that Esc closes what lies on top first.
    subscriptions.follow(frame.sceneProperty(), keys::attach);
    subscriptions.onClose(() -> keys.attach(null));
    subscriptions.follow(model.placeProperty(), this::show);
    subscriptions.follow(model.status(), this::showStatus);
    subscriptions.follow(model.inbox(), this::showInbox);
    subscriptions.follow(model.detailsProperty(), open -> present(details, open));
    subscriptions.follow(model.shortcutsProperty(), this::showShortcuts);
    subscriptions.follow(
        model.export().messageProperty(),
        said -> {
          exported.setText(texts.say(said));
          present(exported, !said.isEmpty());
        });
    subscriptions.bind(syncNow.disableProperty(), model.syncNow().runningProperty());
  }

  @Override
  public void deactivate() {
    subscriptions.close();
    leave();
    closeOverlay();
  }

  private void leave() {
    if (shown != null) {
      shown.deactivate();
      shown = null;
    }
  }

  private void show(Place now) {
    leave();
    ViewLoader.Loaded<? extends View> next =
        switch (now) {
          case VOUCHER -> loader.load(VoucherScanView.class);
          case INBOX -> loader.load(InboxView.class);
          case SETTINGS -> loader.load(SettingsView.class);
          case ABOUT -> loader.load(AboutView.class);
        };
    // Its parts are chosen by its size: told before it is laid out, nothing moves afterwards.
    next.root().resize(contentWidth(), content.getHeight());
    content.getChildren().setAll(next.root());
    next.view().activate();
    shown = next.view();
    NavItem current =
        switch (now) {
          case VOUCHER -> voucher;
          case INBOX -> inbox;
          case SETTINGS -> settings;
          case ABOUT -> about;
        };
    for (NavItem item : items()) {
      item.currentProperty().set(item.equals(current));
    }
    title.setText(current.getWord());
    if (now != Place.VOUCHER) {
      current.requestFocus();
    }
  }

  private double contentWidth() {
    Scene scene = frame.getScene();
    if (content.getWidth() > 0 || scene == null) {
      return content.getWidth();
    }
    return scene.getWidth() - (scene.getWidth() < RAIL_BELOW ? RAIL_WIDTH : NAVIGATION_WIDTH);
  }

  private List<NavItem> items() {
    return List.of(voucher, inbox, shortcuts, about, settings);
  }

  private void showShortcuts(boolean open) {
    closeOverlay();
    if (open) {
      ViewLoader.Loaded<ShortcutsView> loaded = loader.load(ShortcutsView.class);
      frame.getChildren().add(loaded.root());
      loaded.view().activate();
      overlay = loaded.view();
    }
  }

  private void closeOverlay() {
    if (overlay != null) {
      overlay.deactivate();
      overlay = null;
      frame.getChildren().removeLast();
    }
  }

  private void showStatus(SyncStatus now) {
    present(onlineDot, now.online());
    present(offlineIcon, !now.online());
    offlineIcon.setIconLiteral(icon(now.state()));
    present(latency, now.online());
    status.pseudoClassStateChanged(OFFLINE, !now.online());
    connection.setText(texts.say(now.word()));
    String advice = texts.say(now.advice());
    status.setTooltip(new Tooltip(advice));
    present(readOnly, model.person().readOnly() && !now.online());
    String clock = texts.say(now.clock());
    present(clockOff, !now.clock().isEmpty());
    clockOff.setTooltip(new Tooltip(clock));
    detailAdvice.setText(advice);
    detailClock.setText(clock);
    present(detailClock, !now.clock().isEmpty());
    present(export, now.queue() > 0);
    present(signInAgain, now.state() == State.SIGN_IN_AGAIN);
    detailLatency.setText(
        now.latency().isZero() ? "—" : texts.say("shell.latency", now.latency().toMillis()));
    detailCache.setText(texts.say("shell.cache", new Wording.RoughSpan(now.cacheAge())));
    latency.setText(texts.say("shell.latency", now.latency().toMillis()));
    cache.setText(texts.say("shell.cache", new Wording.RoughSpan(now.cacheAge())));
    queue.setText(texts.say("shell.queue", now.queue()));
    queue.pseudoClassStateChanged(WAITING, now.queue() > 0);
    queueIcon.pseudoClassStateChanged(WAITING, now.queue() > 0);
    status.setAccessibleText(
        connection.getText() + ", " + advice + ", " + cache.getText() + ", " + queue.getText());
    detailConnection.setText(connection.getText());
    detailSuccess.setText(saidOrNothing(now.lastSuccess()));
    detailFailure.setText(saidOrNothing(now.lastFailure()));
    detailQueue.setText(Long.toString(now.queue()));
  }

  private static String icon(State state) {
    return switch (state) {
      case ONLINE, STARTING -> "bi-arrow-clockwise";
      case SLOW -> "bi-clock";
      case OFFLINE -> "bi-wifi-off";
      case SIGN_IN_AGAIN -> "bi-lock";
      case BLOCKED -> "bi-dash-circle";
      case TOO_OLD -> "bi-download";
    };
  }

  private String saidOrNothing(Wording wording) {
    return wording.isEmpty() ? "—" : texts.say(wording);
  }

  private void showInbox(Number waiting) {
    inboxCount.countProperty().set(waiting.longValue());
    inbox.countProperty().set(waiting.longValue());
  }
}

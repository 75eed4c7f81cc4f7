package counterfoil.view.voucher;

import counterfoil.view.Subscriptions;
import counterfoil.view.View;
import counterfoil.view.control.BarColumns;
import counterfoil.view.control.BarRows;
import counterfoil.view.control.Meter;
import counterfoil.view.control.SegmentedControl;
import counterfoil.view.control.Ticket;
import counterfoil.view.look.Motion;
import counterfoil.view.text.Texts;
import counterfoil.viewmodel.Wording;
import counterfoil.viewmodel.voucher.OfflineCapacity;
import counterfoil.viewmodel.voucher.Today;
import counterfoil.viewmodel.voucher.VoucherScanViewModel;
import counterfoil.viewmodel.voucher.VoucherScanViewModel.Mode;
import java.util.List;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Path;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** The voucher screen. Every key of the window belongs to its scan field while it is in sight. */
public final class VoucherScanView implements View {
  private static final double SIDE_FROM = 1_200;
  private static final double WIDE_FROM = 1_650;
  private static final double LOW_BELOW = 592;
  private static final double SIDE_WITHOUT_ROWS = 450;
  private static final double SIDE_ROW = 27;

  /** The caret of an empty field would stand on the first letter of the prompt. */
  private static final String BESIDE_THE_CARET = "\u2002";

  private static final List<Mode> MODES = List.of(Mode.REDEEM, Mode.LOOK_UP);
  private static final PseudoClass FILLED = PseudoClass.getPseudoClass("filled");
  private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");
  private static final PseudoClass WIDE = PseudoClass.getPseudoClass("wide");
  private static final PseudoClass AWAY = PseudoClass.getPseudoClass("away");
  private static final PseudoClass LONG = PseudoClass.getPseudoClass("long");
  private static final PseudoClass LOW = PseudoClass.getPseudoClass("low");

  private final VoucherScanViewModel model;
  private final Texts texts;
  private final Motion motion;
  private final ScanKeys keys;
  private final Subscriptions subscriptions = new Subscriptions();

  @SuppressWarnings("NullAway.Init") // set by initialize(), which the loader calls
  private TicketPane face;

  private boolean writing;

  @FXML private HBox screen;
  @FXML private TextField scan;
  @FXML private Label muted;
  @FXML private Label ready;
  @FXML private SegmentedControl mode;
  @FXML private Button owed;
  @FXML private Label owedWords;
  @FXML private Ticket ticket;
  @FXML private HBox strip;
  @FXML private HBox line;
  @FXML private Label lineFigures;
  @FXML private Label lineOffline;
  @FXML private Label stripRedeemed;
  @FXML private Label stripRefused;
  @FXML private Label stripAmount;
  @FXML private Label stripOffline;
  @FXML private BarColumns stripChart;
  @FXML private VBox recent;
  @FXML private HBox undoHint;
  @FXML private Label undoLeft;
  @FXML private RecentTable recentTable;
  @FXML private VBox side;
  @FXML private Label todayDate;
  @FXML private HBox figures;
  @FXML private Label redeemed;
  @FXML private Label refused;
  @FXML private Label amount;
  @FXML private BarColumns hours;
  @FXML private VBox reasonsBlock;
  @FXML private Label reasonsTotal;
  @FXML private BarRows reasons;
  @FXML private VBox goodsBlock;
  @FXML private Label goodsTop;
  @FXML private BarRows goods;
  @FXML private Label offlineLeft;
  @FXML private Label offlineUntil;
  @FXML private Label offlineBudget;
  @FXML private Meter offlineMeter;

  /** A view of {@code model}. */
  public VoucherScanView(VoucherScanViewModel model, Texts texts, Motion motion) {
    this.model = model;
    this.texts = texts;
    this.motion = motion;
    this.keys = new ScanKeys(model);
  }

  @FXML
  void initialize() {
    face =
        new TicketPane(
            ticket, texts, motion, new Acts(model, texts), model.field().amountProperty());
    mode.setOptions(List.of(texts.say("voucher.mode.redeem"), texts.say("voucher.mode.look-up")));
    scan.setPromptText(BESIDE_THE_CARET + scan.getPromptText());
    // Codes are made of keys alone: without requests no input method composes over the field (V6).
    scan.setInputMethodRequests(null);
    // A field that gets the focus selects its text; the next key would replace half a code.
    scan.skinProperty()
        .addListener(
            (_, _, _) -> {
              scan.end();
              freeCaret();
            });
    scan.focusedProperty().addListener((_, _, _) -> scan.end());
    owed.setOnAction(_ -> model.askAgain().execute());
    screen.widthProperty().addListener(_ -> fit());
    screen.heightProperty().addListener(_ -> fit());
    fit();
  }

  /** The skin binds the caret to the colour of the text; here the style sheet colours it. */
  private void freeCaret() {
    for (Node part : scan.lookupAll("Path")) {
      if (part instanceof Path path && path.strokeProperty().isBound()) {
        path.strokeProperty().unbind();
        path.getStyleClass().add("scan-caret");
      }
    }
  }

  /** Which parts there is room for; the ticket is the last to give way. */
  private void fit() {
    boolean sided = screen.getWidth() >= SIDE_FROM;
    boolean low = screen.getHeight() < LOW_BELOW;
    screen.pseudoClassStateChanged(NARROW, !sided);
    screen.pseudoClassStateChanged(WIDE, screen.getWidth() >= WIDE_FROM);
    screen.pseudoClassStateChanged(LOW, low);
    present(side, sided);
    present(ready, sided);
    present(strip, !sided && !low);
    present(line, !sided && low);
    present(recent, !low);
    face.setCompact(!sided);
    showCharts(model.today().getValue());
  }

  /** As many of the most frequent as the column has room for; the totals count all. */
  private void showCharts(Today today) {
    double free = screen.getHeight() - SIDE_WITHOUT_ROWS;
    int room = Math.max(0, (int) (free / SIDE_ROW));
    int ofReasons = today.reasons().size();
    int ofGoods = Math.min(today.goods().size(), Math.max(room - ofReasons, room / 2));
    int left = Math.min(ofReasons, room - ofGoods);
    present(reasonsBlock, left > 0);
    reasons.show(rows(today.reasons().subList(0, left), texts::capital));
    present(goodsBlock, ofGoods > 0);
    goodsTop.setText(texts.say("voucher.goods.top", ofGoods));
    goods.show(rows(today.goods().subList(0, ofGoods), texts::say));
  }

  private static void present(Node node, boolean wanted) {
    node.setVisible(wanted);
    node.setManaged(wanted);
  }

  @Override
  public void activate() {
    model.activate();
    subscriptions.follow(model.field().textProperty(), _ -> writeField());
    subscriptions.follow(model.field().caretProperty(), _ -> writeField());
    subscriptions.follow(scan.textProperty(), _ -> readField());
    subscriptions.follow(scan.caretPositionProperty(), _ -> readField());
    subscriptions.follow(
        model.modeProperty(), now -> mode.selectedProperty().set(MODES.indexOf(now)));
    subscriptions.follow(mode.selectedProperty(), this::choose);
    subscriptions.follow(model.faceProperty(), face::show);
    subscriptions.follow(
        model.recent(), () -> recentTable.show(List.copyOf(model.recent()), texts));
    subscriptions.follow(model.today(), this::showToday);
    subscriptions.follow(model.offline(), this::showOffline);
    subscriptions.follow(model.undoLeftProperty(), this::showUndo);
    subscriptions.follow(model.owed(), this::showOwed);
    subscriptions.follow(model.mutedProperty(), silent -> present(muted, silent));
    subscriptions.follow(inFront(), this::showReady);
    subscriptions.follow(screen.sceneProperty(), this::listen);
    subscriptions.onClose(() -> listen(null));
  }

  @Override
  public void deactivate() {
    subscriptions.close();
    model.deactivate();
  }

  /** Shows what the keys came to; the caret stands where the next one writes. */
  private void writeField() {
    writing = true;
    String text = model.field().textProperty().get();
    if (!text.equals(scan.getText())) {
      scan.setText(text);
    }
    scan.positionCaret(model.field().caretProperty().get());
    scan.pseudoClassStateChanged(FILLED, !text.isEmpty());
    writing = false;
  }

  /** Takes what was edited in the field itself: pasted, cut, or only the caret moved. */
  private void readField() {
    if (!writing) {
      String text = scan.getText();
      model.field().edited(text, Math.min(scan.getCaretPosition(), text.length()));
    }
  }

  /** Whether the window would get what a scanner sends. */
  private ObservableValue<Boolean> inFront() {
    return screen
        .sceneProperty()
        .flatMap(Scene::windowProperty)
        .flatMap(Window::focusedProperty)
        .orElse(false);
  }

  private void showReady(boolean front) {
    ready.setText(texts.say(front ? "voucher.scan.ready" : "voucher.scan.away"));
    ready.pseudoClassStateChanged(AWAY, !front);
  }

  private void choose(Number place) {
    Mode chosen = MODES.get(place.intValue());
    if (chosen != model.modeProperty().get()) {
      model.switchMode().execute();
    }
  }

  private void listen(@Nullable Scene scene) {
    keys.attach(scene, scan);
    if (scene != null) {
      scan.requestFocus();
      scan.end();
      PictureDrop.accept(screen, model);
    }
  }

  private void showToday(Today today) {
    String count = texts.say("format.count", today.redeemed());
    String refusals = texts.say("format.count", today.refused());
    String sum = texts.say(new Wording.Amount(today.fen()));
    redeemed.setText(count);
    refused.setText(refusals);
    amount.setText(sum);
    figures.pseudoClassStateChanged(LONG, sum.length() > 10);
    stripRedeemed.setText(count);
    stripRefused.setText(refusals);
    stripAmount.setText(sum);
    lineFigures.setText(texts.say("voucher.today.line", today.redeemed(), today.refused(), sum));
    todayDate.setText(texts.say(new Wording.Weekday(today.on())));
    String spoken = texts.say("voucher.today.spoken", today.redeemed(), today.hour());
    hours.show(DayColumns.of(today, texts, true), spoken);
    stripChart.show(DayColumns.of(today, texts, false), spoken);
    reasonsTotal.setText(refusals);
    showCharts(today);
  }

  private static List<BarRows.Row> rows(List<Today.Count> counts, Function<Wording, String> words) {
    return counts.stream()
        .map(one -> new BarRows.Row(words.apply(one.word()), one.count()))
        .toList();
  }

  private void showOffline(OfflineCapacity capacity) {
    String left = texts.say("voucher.offline.items", capacity.itemsLeft());
    offlineLeft.setText(left);
    stripOffline.setText(left);
    offlineUntil.setText(texts.say(capacity.until()));
    String budget =
        texts.say(
            "voucher.offline.of",
            new Wording.Amount(capacity.usedFen()),
            new Wording.PlainAmount(capacity.limitFen()));
    offlineBudget.setText(budget);
    lineOffline.setText(texts.say("voucher.offline.line", left, budget));
    offlineMeter.usedProperty().set(capacity.used());
    offlineMeter.setAccessibleText(budget);
  }

  private void showOwed(int count) {
    present(owed, count > 0);
    owedWords.setText(texts.say("voucher.owed", count));
    owed.setAccessibleText(texts.say("voucher.owed.spoken", count));
  }

  private void showUndo(Wording left) {
    present(undoHint, !left.isEmpty());
    undoLeft.setText(texts.say(left));
  }
}

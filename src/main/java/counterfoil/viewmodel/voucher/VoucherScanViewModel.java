package counterfoil.viewmodel.voucher;

import counterfoil.client.work.Source;
import counterfoil.viewmodel.Command;
import counterfoil.viewmodel.Preferences;
import counterfoil.viewmodel.ScreenWrites;
import counterfoil.viewmodel.Tone;
import counterfoil.viewmodel.VerdictShape;
import counterfoil.viewmodel.Wording;
import counterfoil.viewmodel.port.Clipboard;
import counterfoil.viewmodel.port.Dialogs;
import counterfoil.viewmodel.port.Sounds;
import counterfoil.viewmodel.port.Timer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;

/**
 * The voucher screen: takes codes from the scanner, the keyboard and pictures, and shows what
 * became of each. The field is free again as soon as a code was taken from it (V4), and a verdict
 * belongs to the newest scan alone; an older answer that comes late only reaches the recent scans.
 */
public final class VoucherScanViewModel {
  private static final Duration FADE = Duration.ofSeconds(6);
  private static final Duration GLIMPSE = Duration.ofMillis(1_500);
  private static final Duration PATIENCE = Duration.ofMillis(200);
  private static final Duration TICK = Duration.ofSeconds(1);

  private final VoucherDesk desk;
  private final Sounds sounds;
  private final Timer timer;
  private final Dialogs dialogs;
  private final Clipboard clipboard;
  private final Preferences preferences;

  private final StringProperty scanText = new SimpleStringProperty(this, "scanText", "");
  private final ObjectProperty<Mode> mode = new SimpleObjectProperty<>(this, "mode", Mode.REDEEM);
  private final ReadOnlyBooleanWrapper held = new ReadOnlyBooleanWrapper(this, "held");
  private final ReadOnlyObjectWrapper<TicketFace> face;
  private final ReadOnlyObjectWrapper<Wording> undoLeft =
      new ReadOnlyObjectWrapper<>(this, "undoLeft", Wording.none());
  private final ReadOnlyBooleanWrapper undoable = new ReadOnlyBooleanWrapper(this, "undoable");

  private final Command submit = Command.of(this::takeField);
  private final Command redeemFound;
  private final Command switchMode = Command.of(this::otherMode);
  private final Command clear = Command.of(this::clearField);
  private final Command openPicture = Command.of(this::choosePicture);
  private final Command undo;
  private final Command handOver;
  private final Command mute = Command.of(this::toggleMute);
  private final Command copyFault = Command.of(this::copyCode);

  private Timer.Pending pending = () -> {};
  private Timer.Pending ticking = () -> {};
  private long newest;

  /** What a code is read for. */
  public enum Mode {
    /** Redeem one use. */
    REDEEM,
    /** Show and change nothing. */
    LOOK_UP
  }

  /** A screen on {@code desk}, ready for the first code. */
  public VoucherScanViewModel(
      VoucherDesk desk,
      Sounds sounds,
      Timer timer,
      Dialogs dialogs,
      Clipboard clipboard,
      Preferences preferences) {
    this.desk = desk;
    this.sounds = sounds;
    this.timer = timer;
    this.dialogs = dialogs;
    this.clipboard = clipboard;
    this.preferences = preferences;
    this.face =
        new ReadOnlyObjectWrapper<>(this, "face", new TicketFace.Ready(desk.last().getValue()));
    this.redeemFound = Command.of(this::redeemWhatWasFound, held);
    this.undo =
        Command.lasting(
            done -> desk.undo(finish(newScan(), "", done)), undoable.getReadOnlyProperty());
    this.handOver =
        Command.lasting(done -> desk.handOver(finish(newScan(), "", done)), mayHandOver());
  }

  private ReadOnlyBooleanProperty mayHandOver() {
    ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
    open.bind(face.map(now -> now.stub().acts().contains(TicketFace.Act.HAND_OVER)));
    return open.getReadOnlyProperty();
  }

  /** Begins to count down; the screen is in sight. */
  public void activate() {
    ticking.cancel();
    refreshUndo();
    ticking = timer.every(TICK, this::refreshUndo);
  }

  /** Stops counting down; the screen is out of sight. */
  public void deactivate() {
    ticking.cancel();
  }

  private void refreshUndo() {
    Optional<Duration> left = desk.undoLeft();
    undoable.set(left.isPresent());
    undoLeft.set(
        left.<Wording>map(span -> Wording.of("voucher.undo.left", new Wording.Span(span)))
            .orElse(Wording.none()));
  }

  private void takeField() {
    String code = scanText.get();
    if (held.get()) {
      redeemWhatWasFound();
    } else if (!code.isBlank()) {
      scanText.set("");
      take(code, Source.TYPED);
    }
  }

  /** Takes a code that came from a scanner, past the field. */
  public void take(String code) {
    take(code, Source.SCANNER);
  }

  private void take(String code, Source source) {
    release();
    long scan = newScan();
    Consumer<ScanAnswer> answer = finish(scan, code, () -> {});
    switch (mode.get()) {
      case REDEEM -> desk.redeem(code, source, answer);
      case LOOK_UP -> desk.lookUp(code, answer);
    }
  }

  private void redeemWhatWasFound() {
    String code = scanText.get();
    if (!(face.get() instanceof TicketFace.LookUp found) || !found.redeemable()) {
      return;
    }
    release();
    scanText.set("");
    desk.redeem(code, Source.TYPED, finish(newScan(), code, () -> {}));
  }

  private void release() {
    held.set(false);
  }

  /** To be called before each key that writes: after a look-up it begins the next code. */
  public void typed() {
    if (held.get()) {
      release();
      scanText.set("");
    }
  }

  private long newScan() {
    pending.cancel();
    newest++;
    pending = timer.after(PATIENCE, () -> face.set(asking()));
    return newest;
  }

  private Consumer<ScanAnswer> finish(long scan, String code, Runnable done) {
    return answer -> {
      if (scan == newest) {
        show(answer, code);
      }
      refreshUndo();
      done.run();
    };
  }

  private void show(ScanAnswer answer, String code) {
    pending.cancel();
    sounds.play(answer.cue());
    TicketFace before = face.get();
    switch (answer.stay()) {
      case UNTIL_NEXT -> face.set(answer.face());
      case FADE -> {
        face.set(answer.face());
        pending = timer.after(FADE, this::beReady);
      }
      case GLIMPSE -> {
        face.set(
            answer.face() instanceof TicketFace.Verdict verdict
                ? verdict.with(before.stub())
                : answer.face());
        pending = timer.after(GLIMPSE, () -> face.set(before));
      }
    }
    switch (answer.field()) {
      case CLEAR -> {}
      case RESTORE -> restore(code);
      case HOLD -> {
        restore(code);
        held.set(true);
      }
    }
  }

  /** Never over what a person or a scanner has begun to write meanwhile. */
  private void restore(String code) {
    if (scanText.get().isEmpty()) {
      scanText.set(code);
    }
  }

  private void beReady() {
    face.set(new TicketFace.Ready(desk.last().getValue()));
  }

  private static TicketFace asking() {
    return new TicketFace.Verdict(
        Tone.NEUTRAL,
        VerdictShape.SCAN,
        Wording.of("voucher.asking.word"),
        Wording.of("voucher.asking.reason"),
        Wording.of("voucher.asking.line"),
        List.of(),
        TicketFace.Stub.EMPTY);
  }

  private void otherMode() {
    mode.set(mode.get() == Mode.REDEEM ? Mode.LOOK_UP : Mode.REDEEM);
    clearField();
  }

  private void clearField() {
    scanText.set("");
    boolean wasLookUp = face.get() instanceof TicketFace.LookUp;
    release();
    if (wasLookUp) {
      pending.cancel();
      beReady();
    }
  }

  private void toggleMute() {
    BooleanProperty muted = preferences.mutedProperty();
    muted.set(!muted.get());
  }

  private void copyCode() {
    clipboard.copy(face.get().stub().code());
  }

  private void choosePicture() {
    readFiles(dialogs.choosePictures());
  }

  /** Reads pictures that were dropped on the window or chosen (V11). */
  public void readFiles(List<Path> pictures) {
    for (Path picture : pictures) {
      desk.read(picture, this::taken);
    }
  }

  /**
   * Reads the picture on the clipboard (V11).
   *
   * @return false when there is none, so that the paste may be text
   */
  public boolean pastePicture() {
    Optional<byte[]> picture = clipboard.picture();
    picture.ifPresent(bytes -> desk.read(bytes, this::taken));
    return picture.isPresent();
  }

  private void taken(VoucherDesk.Reading reading) {
    switch (reading) {
      case VoucherDesk.Reading.One(String code) -> take(code, Source.PICTURE);
      case VoucherDesk.Reading.Unusable(Wording why) -> {
        newScan();
        show(unreadable(why), "");
      }
    }
  }

  private static ScanAnswer unreadable(Wording why) {
    TicketFace.Verdict face =
        new TicketFace.Verdict(
            Tone.ACCENT,
            VerdictShape.QUESTION,
            Wording.of("voucher.picture.unread.word"),
            why,
            Wording.of("voucher.picture.unread.advice"),
            List.of(),
            TicketFace.Stub.EMPTY);
    return new ScanAnswer(
        face, Sounds.Cue.MISTYPED, ScanAnswer.Field.CLEAR, ScanAnswer.Stay.UNTIL_NEXT);
  }

  /** The text of the scan field. */
  @ScreenWrites
  public StringProperty scanTextProperty() {
    return scanText;
  }

  /** What a code is read for. */
  @ScreenWrites
  public ObjectProperty<Mode> modeProperty() {
    return mode;
  }

  /** Whether the field only shows what was looked up. */
  public ReadOnlyBooleanProperty heldProperty() {
    return held.getReadOnlyProperty();
  }

  /** What the ticket shows. */
  public ReadOnlyObjectProperty<TicketFace> faceProperty() {
    return face.getReadOnlyProperty();
  }

  /** How long the last redemption can still be taken back, in words; empty when it cannot. */
  public ReadOnlyObjectProperty<Wording> undoLeftProperty() {
    return undoLeft.getReadOnlyProperty();
  }

  /** Whether the device is silent. */
  public ObservableValue<Boolean> mutedProperty() {
    return preferences.mutedProperty();
  }

  /** The recent scans, newest first. */
  public ObservableList<RecentScan> recent() {
    return desk.recent();
  }

  /** The day's figures. */
  public ObservableValue<Today> today() {
    return desk.today();
  }

  /** What can still be served offline. */
  public ObservableValue<OfflineCapacity> offline() {
    return desk.offline();
  }

  /** Ends a code: {@code Enter} or {@code Tab}. */
  public Command submit() {
    return submit;
  }

  /** Redeems what was looked up. */
  public Command redeemFound() {
    return redeemFound;
  }

  /** Redeem ↔ look up: {@code F6}. */
  public Command switchMode() {
    return switchMode;
  }

  /** Empties the field: {@code Esc}. */
  public Command clear() {
    return clear;
  }

  /** Reads a picture file: {@code F8}. */
  public Command openPicture() {
    return openPicture;
  }

  /** Takes the last redemption back: {@code Ctrl Z}. */
  public Command undo() {
    return undo;
  }

  /** Serves without the server's word: {@code Ctrl Enter}. */
  public Command handOver() {
    return handOver;
  }

  /** Sound on or off: {@code F9}. */
  public Command mute() {
    return mute;
  }

  /** Copies the code of a fault. */
  public Command copyFault() {
    return copyFault;
  }
}

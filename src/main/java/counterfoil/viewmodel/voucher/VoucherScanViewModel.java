package counterfoil.viewmodel.voucher;

import counterfoil.client.work.Source;
import counterfoil.viewmodel.Command;
import counterfoil.viewmodel.Preferences;
import counterfoil.viewmodel.ScreenWrites;
import counterfoil.viewmodel.Tone;
import counterfoil.viewmodel.Wording;
import counterfoil.viewmodel.port.Clipboard;
import counterfoil.viewmodel.port.Dialogs;
import counterfoil.viewmodel.port.Sounds;
import counterfoil.viewmodel.port.Timer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;

/**
 * The voucher screen: takes codes from the scanner, the keyboard and pictures, and shows what
 * became of each. The field is free again as soon as a code was taken from it (V4), and a verdict
 * belongs to the newest scan alone; an older answer that comes late only reaches the recent scans.
 */
public final class VoucherScanViewModel {

  private final VoucherDesk desk;
  private final Sounds sounds;
  private final Dialogs dialogs;
  private final Clipboard clipboard;
  private final Preferences preferences;

  private final ScanField field;
  private final ObjectProperty<Mode> mode = new SimpleObjectProperty<>(this, "mode", Mode.REDEEM);
  private final ShownFace face;
  private final UndoCountdown countdown;

  private final Command redeemFound;
  private final Command switchMode = Command.of(this::otherMode);
  private final Command clear = Command.of(this::clearField);
  private final Command openPicture = Command.of(this::choosePicture);
  private final Command undo;
  private final Command handOver;
  private final Command askAgain;
  private final Command enterAmount;
  private final Command mute = Command.of(this::toggleMute);
  private final Command copyFault = Command.of(this::copyCode);

  private long newest;
  private boolean awaited;
  private String newestCode = "";
  private boolean newestRedeemed;
  private String lookedUp = "";
  private Source lookedUpFrom = Source.TYPED;

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
    this.dialogs = dialogs;
    this.clipboard = clipboard;
    this.preferences = preferences;
    this.face = new ShownFace(timer, () -> desk.last().getValue());
    this.countdown = new UndoCountdown(desk, timer);
    this.field = new ScanField(timer, preferences, new Keys());
    this.redeemFound = Command.of(this::redeemWhatWasFound, field.heldProperty());
    this.undo = Command.lasting(this::takeBack, countdown.undoableProperty());
    this.askAgain =
        Command.lasting(
            done -> desk.askAgain(finish(newScan(""), "", Source.TYPED, done)), isOwed());
    this.enterAmount =
        Command.of(() -> field.pressed("ENTER", false, false), field.askingProperty());
    this.handOver =
        Command.lasting(
            done -> desk.handOver(finish(newScan(""), "", Source.TYPED, done)), mayHandOver());
  }

  private ReadOnlyBooleanProperty isOwed() {
    ReadOnlyBooleanWrapper any = new ReadOnlyBooleanWrapper();
    any.bind(desk.owed().map(count -> count > 0));
    return any.getReadOnlyProperty();
  }

  private ReadOnlyBooleanProperty mayHandOver() {
    ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
    open.bind(face.property().map(now -> now.stub().acts().contains(TicketFace.Act.HAND_OVER)));
    return open.getReadOnlyProperty();
  }

  /** Begins to count down; the screen is in sight. */
  public void activate() {
    field.obeySettings();
    countdown.activate();
  }

  /** Stops counting down; the screen is out of sight. */
  public void deactivate() {
    countdown.deactivate();
  }

  /** What the keys came to. */
  private final class Keys implements ScanField.Taker {
    @Override
    public void code(String code, Source source) {
      take(code, source);
    }

    @Override
    public void bounced(String code, Source source, Duration since) {
      bounce(code, since);
    }

    @Override
    public void tooLong() {
      newScan("");
      show(ScanAnswers.tooLong(), "", Source.SCANNER);
    }

    @Override
    public void amount(String typed) {
      if (face.get() instanceof TicketFace.AskReason asked) {
        takeReason(asked, typed);
      } else {
        takeAmount(typed);
      }
    }

    @Override
    public void confirmed() {
      redeemWhatWasFound();
    }
  }

  /** Takes a code that came from a scanner, past the field. */
  public void take(String code) {
    take(code, Source.SCANNER);
  }

  private void take(String code, Source source) {
    if (field.heldProperty().get()) {
      field.clear();
    }
    long scan = newScan(code);
    Consumer<ScanAnswer> answer = finish(scan, code, source, () -> {});
    switch (mode.get()) {
      case REDEEM -> desk.redeem(code, answer);
      case LOOK_UP -> {
        // A look takes no use, so that the code may be redeemed the moment after.
        field.forget(code);
        lookedUpFrom = source;
        desk.lookUp(code, answer);
      }
    }
  }

  private void redeemWhatWasFound() {
    if (!(face.get() instanceof TicketFace.LookUp found) || !found.redeemable()) {
      return;
    }
    String code = lookedUp;
    field.clear();
    desk.redeem(code, finish(newScan(code), code, lookedUpFrom, () -> {}));
  }

  /** A part of the stored value on the ticket; what is no amount is said and takes nothing. */
  private void takeAmount(String typed) {
    if (!(face.get() instanceof TicketFace.AskAmount asked)) {
      return;
    }
    OptionalLong fen = AmountText.fen(typed);
    if (fen.isEmpty()) {
      sounds.play(Sounds.Cue.MISTYPED);
      face.reword(asked.because(Wording.of("voucher.amount.unread")));
      field.askAmount(typed);
      return;
    }
    String code = asked.code();
    desk.redeem(code, fen.getAsLong(), finish(newScan(code), code, Source.TYPED, () -> {}));
  }

  /** What was served is taken back for a reason; what was not served needs none. */
  private void takeBack(Runnable done) {
    boolean unserved = face.get().stub().acts().contains(TicketFace.Act.DO_NOT_SERVE);
    Optional<TicketFace.Stub> undoes = desk.undoes();
    if (unserved || undoes.isEmpty()) {
      String reason = unserved ? UndoReasons.NOT_SERVED : "";
      desk.undo(reason, finish(newScan(""), "", Source.TYPED, done));
      return;
    }
    newScan("");
    awaited = false;
    face.show(new TicketFace.AskReason(Wording.none(), undoes.get()), ScanAnswer.Stay.UNTIL_NEXT);
    field.askAmount("");
    done.run();
  }

  private void takeReason(TicketFace.AskReason asked, String typed) {
    Optional<String> reason = UndoReasons.of(typed);
    if (reason.isEmpty()) {
      sounds.play(Sounds.Cue.MISTYPED);
      face.reword(asked.because(Wording.of("voucher.undo.unread")));
      field.askAmount("");
      return;
    }
    desk.undo(reason.get(), finish(newScan(""), "", Source.TYPED, () -> {}));
  }

  /** Heard, and seen for a glimpse unless an answer is awaited; decides nothing (V9). */
  private void bounce(String code, Duration since) {
    ScanAnswer answer = ScanAnswers.bounced(since, code.equals(newestCode) && newestRedeemed);
    if (awaited) {
      sounds.play(answer.cue());
    } else {
      show(answer, code, Source.SCANNER);
    }
  }

  private long newScan(String code) {
    field.leaveAmount();
    newest++;
    newestCode = code;
    newestRedeemed = false;
    awaited = true;
    face.await(ScanAnswers.asking());
    return newest;
  }

  private Consumer<ScanAnswer> finish(long scan, String code, Source source, Runnable done) {
    return answer -> {
      if (answer.face() instanceof TicketFace.Verdict verdict && verdict.tone() == Tone.FAULT) {
        field.forget(code);
      }
      if (scan == newest) {
        show(answer, code, source);
      }
      countdown.refresh();
      done.run();
    };
  }

  private void show(ScanAnswer answer, String code, Source source) {
    sounds.play(answer.cue());
    face.show(answer.face(), answer.stay());
    if (answer.stay() != ScanAnswer.Stay.GLIMPSE) {
      awaited = false;
      newestRedeemed =
          answer.face() instanceof TicketFace.Verdict verdict && verdict.tone() == Tone.OK;
    }
    switch (answer.field()) {
      case CLEAR -> {}
      case RESTORE -> {
        field.forget(code);
        if (source == Source.TYPED) {
          field.restore(code);
        }
      }
      case HOLD -> {
        lookedUp = code;
        field.hold(answer.face() instanceof TicketFace.LookUp found ? found.code() : code);
      }
      case AMOUNT -> field.askAmount("");
    }
  }

  private void otherMode() {
    mode.set(mode.get() == Mode.REDEEM ? Mode.LOOK_UP : Mode.REDEEM);
    clearField();
  }

  private void clearField() {
    field.clear();
    field.leaveAmount();
    boolean leaves =
        switch (face.get()) {
          case TicketFace.LookUp _, TicketFace.AskAmount _, TicketFace.AskReason _ -> true;
          case TicketFace.Ready _, TicketFace.Verdict _ -> false;
        };
    if (leaves) {
      face.beReady();
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
        newScan("");
        show(ScanAnswers.unreadable(why), "", Source.PICTURE);
      }
    }
  }

  /** The field that codes come in by. */
  public ScanField field() {
    return field;
  }

  /** What a code is read for. */
  @ScreenWrites
  public ObjectProperty<Mode> modeProperty() {
    return mode;
  }

  /** What the ticket shows. */
  public ReadOnlyObjectProperty<TicketFace> faceProperty() {
    return face.property();
  }

  /** How long the last redemption can still be taken back, in words; empty when it cannot. */
  public ReadOnlyObjectProperty<Wording> undoLeftProperty() {
    return countdown.leftProperty();
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

  /** Asks again for what the server has not answered: {@code F12}. */
  public Command askAgain() {
    return askAgain;
  }

  /** Takes the amount that was typed: {@code Enter}. */
  public Command enterAmount() {
    return enterAmount;
  }

  /** How many acts wait for the person's choice. */
  public ObservableValue<Integer> owed() {
    return desk.owed();
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

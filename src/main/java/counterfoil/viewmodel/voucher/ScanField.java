package counterfoil.viewmodel.voucher;

import counterfoil.client.work.ScanInput;
import counterfoil.client.work.Source;
import counterfoil.viewmodel.Preferences;
import counterfoil.viewmodel.port.Timer;
import java.time.Duration;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * The field that codes come in by (V1 to V9, V13). Every key of the window is told to it: a
 * person's typing shows in it and waits for {@code Enter}; a scanner's burst is taken whole and
 * leaves alone what a person had begun. It can also be held: then it only shows the code that was
 * looked up, until the next key.
 */
public final class ScanField {
  /** A scanner that ends its codes twice must not confirm with the second end what it began. */
  private static final Duration SECOND_END = Duration.ofMillis(400);

  private final ScanInput input = ScanInput.usual();
  private final Timer timer;
  private final Preferences preferences;
  private final Taker taker;
  private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper(this, "text", "");
  private final ReadOnlyIntegerWrapper caret = new ReadOnlyIntegerWrapper(this, "caret", 0);
  private final ReadOnlyBooleanWrapper held = new ReadOnlyBooleanWrapper(this, "held");

  private final ReadOnlyStringWrapper amount = new ReadOnlyStringWrapper(this, "amount", "");
  private final ReadOnlyBooleanWrapper asking = new ReadOnlyBooleanWrapper(this, "asking");

  private ScanInput.Settings settings;
  private String typed = "";
  private String incoming = "";
  private String behind = "";
  private long lastEnd;
  private boolean anyEnd;
  private Timer.Pending silence = () -> {};

  /** Who gets what the keys came to. */
  interface Taker {
    /** A whole code. */
    void code(String code, Source source);

    /** The same code again, {@code since} it was last let through; not to be acted on (V9). */
    void bounced(String code, Source source, Duration since);

    /** More characters than any code has; all were dropped. */
    void tooLong();

    /** {@code Enter} on what was looked up. */
    void confirmed();

    /** {@code Enter} on the amount that was asked for; as a person typed it. */
    void amount(String typed);
  }

  ScanField(Timer timer, Preferences preferences, Taker taker) {
    this.timer = timer;
    this.preferences = preferences;
    this.taker = taker;
    this.settings = wanted();
    input.configure(settings);
  }

  private ScanInput.Settings wanted() {
    return new ScanInput.Settings(
        preferences.gunIntervalProperty().get(),
        preferences.bounceSecondsProperty().get(),
        preferences.strippingProperty().get(),
        preferences.prefixProperty().get(),
        preferences.suffixProperty().get(),
        preferences.endKeyOnlyProperty().get());
  }

  /** Takes the settings of the scanner as they are now; what was typed stays. */
  void obeySettings() {
    ScanInput.Settings now = wanted();
    if (!now.equals(settings) && input.configure(now)) {
      settings = now;
      tell(input.replace(typed));
    }
  }

  /**
   * A key went down.
   *
   * @param code as JavaFX's {@code KeyCode} spells it
   * @param shortcut whether Control, Alt or Meta is down
   */
  public void pressed(String code, boolean shift, boolean shortcut) {
    boolean end = !shortcut && (code.equals("ENTER") || code.equals("TAB"));
    if (end && held.get()) {
      if (!anyEnd || timer.now() - lastEnd > SECOND_END.toNanos()) {
        taker.confirmed();
      }
      return;
    }
    if (end && asking.get() && incoming.isEmpty()) {
      // An amount never passes the decoder's end: what is taken off codes is not taken off money.
      String named = typed;
      tell(input.clear());
      if (!named.isBlank()) {
        taker.amount(named);
      }
      return;
    }
    if (end && incoming.isEmpty() && !behind.isEmpty()) {
      String whole = typed + behind;
      behind = "";
      tell(input.replace(whole));
    }
    tell(input.pressed(code, shift, shortcut, timer.now()));
  }

  /** A press or an input method made a text. */
  public void typed(String produced) {
    tell(input.typed(produced, timer.now()));
  }

  /** A key came up. */
  public void released(String code) {
    tell(input.released(code, timer.now()));
  }

  /**
   * The text was edited in its own field: pasted, cut, or the caret was moved.
   *
   * @param whole the text now
   * @param at where the next key writes
   */
  public void edited(String whole, int at) {
    if (whole.equals(text.get()) && at == caret.get()) {
      return;
    }
    held.set(false);
    if (asking.get()) {
      behind = "";
      tell(input.replace(whole));
    } else {
      behind = whole.substring(at);
      tell(input.replace(whole.substring(0, at)));
    }
    show();
  }

  /** Empties the field. */
  void clear() {
    held.set(false);
    behind = "";
    tell(input.clear());
    show();
  }

  /**
   * From now on a person's typing is an amount; a scanner's is a code as ever (V27).
   *
   * @param begun what stands in the amount already
   */
  void askAmount(String begun) {
    held.set(false);
    behind = "";
    asking.set(true);
    tell(input.replace(begun));
    show();
  }

  /** No amount is asked for any more. */
  void leaveAmount() {
    if (asking.get()) {
      asking.set(false);
      typed = "";
      tell(input.replace(""));
      show();
    }
  }

  /** Gives a code back to be put right; never over what was begun meanwhile. */
  void restore(String code) {
    if (text.get().isEmpty()) {
      tell(input.replace(code));
    }
  }

  /** Shows what was looked up until the next key; never over what was begun meanwhile. */
  void hold(String code) {
    if (text.get().isEmpty()) {
      held.set(true);
      text.set(code);
      caret.set(code.length());
    }
  }

  /** Lets the next sighting of a code through at once. */
  void forget(String code) {
    input.forget(code);
  }

  private void tell(List<ScanInput.Event> events) {
    for (ScanInput.Event event : events) {
      switch (event) {
        case ScanInput.Event.Entry(String written, String coming) -> {
          typed = written;
          incoming = coming;
          show();
        }
        case ScanInput.Event.Code(String code, Source source) -> {
          ended();
          taker.code(code, source);
        }
        case ScanInput.Event.Bounced(String code, Source source, Duration since) -> {
          ended();
          taker.bounced(code, source, since);
        }
        case ScanInput.Event.TooLong() -> {
          ended();
          taker.tooLong();
        }
      }
    }
    listenForSilence();
  }

  private void ended() {
    anyEnd = true;
    lastEnd = timer.now();
  }

  private void show() {
    boolean empty = typed.isEmpty() && incoming.isEmpty() && behind.isEmpty();
    if (held.get() && empty) {
      return;
    }
    held.set(false);
    amount.set(asking.get() ? typed + behind : "");
    if (asking.get()) {
      text.set(incoming);
      caret.set(incoming.length());
      return;
    }
    text.set(incoming.isEmpty() ? typed + behind : incoming);
    caret.set(incoming.isEmpty() ? typed.length() : incoming.length());
  }

  /** A scanner without an end key is over when it is silent (V2). */
  private void listenForSilence() {
    silence.cancel();
    input
        .deadline()
        .ifPresent(
            due ->
                silence =
                    timer.after(
                        Duration.ofNanos(Math.max(0, due - timer.now())).plusMillis(1),
                        () -> tell(input.elapsed(timer.now()))));
  }

  /** What it shows. */
  public ReadOnlyStringProperty textProperty() {
    return text.getReadOnlyProperty();
  }

  /** Where the next key writes. */
  public ReadOnlyIntegerProperty caretProperty() {
    return caret.getReadOnlyProperty();
  }

  /** The amount that is being typed. */
  public ReadOnlyStringProperty amountProperty() {
    return amount.getReadOnlyProperty();
  }

  /** Whether an amount is asked for. */
  public ReadOnlyBooleanProperty askingProperty() {
    return asking.getReadOnlyProperty();
  }

  /** Whether it only shows what was looked up. */
  public ReadOnlyBooleanProperty heldProperty() {
    return held.getReadOnlyProperty();
  }
}

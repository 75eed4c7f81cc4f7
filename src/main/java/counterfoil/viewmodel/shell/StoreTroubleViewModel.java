package counterfoil.viewmodel.shell;

import counterfoil.client.work.WayOut;
import counterfoil.viewmodel.Command;
import counterfoil.viewmodel.ScreenWrites;
import counterfoil.viewmodel.Wording;
import counterfoil.viewmodel.port.Clipboard;
import counterfoil.viewmodel.port.Dialogs;
import counterfoil.viewmodel.shell.StoreTroubleDesk.Outcome;
import counterfoil.viewmodel.shell.StoreTroubleDesk.Trouble;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * A local store that cannot be used: what is unharmed, what happened, and the ways on. The way that
 * keeps the data comes first; an empty store is begun only after an export, and by a click.
 */
public final class StoreTroubleViewModel {
  private final StoreTroubleDesk desk;
  private final Dialogs dialogs;
  private final StringProperty username = new SimpleStringProperty(this, "username", "");
  private final StringProperty password = new SimpleStringProperty(this, "password", "");
  private final ReadOnlyObjectWrapper<Wording> message =
      new ReadOnlyObjectWrapper<>(this, "message", Wording.none());
  private final ReadOnlyBooleanWrapper failed = new ReadOnlyBooleanWrapper(this, "failed");
  private final ReadOnlyBooleanWrapper exported = new ReadOnlyBooleanWrapper(this, "exported");
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");
  private final Command again;
  private final Command export;
  private final Command rebuild;
  private final Command copy;

  /** The screen over {@code desk}. */
  public StoreTroubleViewModel(StoreTroubleDesk desk, Dialogs dialogs, Clipboard clipboard) {
    this.desk = desk;
    this.dialogs = dialogs;
    this.again = Command.lasting(done -> desk.again(follow(done)), busy.not());
    this.export = Command.lasting(this::choose, busy.not());
    this.rebuild =
        Command.lasting(done -> desk.rebuild(follow(done)), Bindings.and(exported, busy.not()));
    this.copy = Command.of(() -> clipboard.copy(trouble().code() + " " + trouble().folder()));
  }

  private void choose(Runnable done) {
    dialogs.saveAs(QueueExport.FILE).ifPresentOrElse(target -> export(target, done), done);
  }

  private void export(Path target, Runnable done) {
    char[] secret = password.get().toCharArray();
    password.set("");
    begin();
    desk.export(
        target,
        username.get().strip(),
        secret,
        result -> {
          boolean saved = result instanceof WayOut.Result.Saved;
          exported.set(exported.get() || saved);
          end(!saved, ExportWords.of(result, target));
          done.run();
        });
  }

  private Consumer<Outcome> follow(Runnable done) {
    begin();
    return outcome -> {
      switch (outcome) {
        case Outcome.Opened() -> end(false, Wording.none());
        case Outcome.Still() -> end(true, Wording.of("store-trouble.still"));
      }
      done.run();
    };
  }

  private void begin() {
    busy.set(true);
    message.set(Wording.none());
  }

  private void end(boolean badly, Wording what) {
    busy.set(false);
    failed.set(badly);
    message.set(what);
  }

  /** What is wrong. */
  public Trouble trouble() {
    return desk.trouble();
  }

  /** What is safe. */
  public Wording unharmed() {
    OptionalInt waiting = trouble().waiting();
    if (waiting.isEmpty()) {
      return Wording.of("store-trouble.unharmed.unread");
    }
    return waiting.getAsInt() == 0
        ? Wording.of("store-trouble.unharmed.none")
        : Wording.of("store-trouble.unharmed.count", waiting.getAsInt());
  }

  /** What happened. */
  public Wording what() {
    return Wording.of(
        switch (trouble().kind()) {
          case DAMAGED -> "store-trouble.damaged.what";
          case KEYS_LOST -> "store-trouble.keys-lost.what";
          case NEWER -> "store-trouble.newer.what";
          case READ_ONLY -> "store-trouble.read-only.what";
          case FULL -> "store-trouble.full.what";
          case IN_USE -> "store-trouble.in-use.what";
        });
  }

  /** What to do. */
  public Wording advice() {
    return Wording.of(
        switch (trouble().kind()) {
          case DAMAGED -> "store-trouble.damaged.advice";
          case KEYS_LOST -> "store-trouble.keys-lost.advice";
          case NEWER -> "store-trouble.newer.advice";
          case READ_ONLY -> "store-trouble.read-only.advice";
          case FULL -> "store-trouble.full.advice";
          case IN_USE -> "store-trouble.in-use.advice";
        });
  }

  /** Whose password signs the file; may stay empty. */
  @ScreenWrites
  public StringProperty usernameProperty() {
    return username;
  }

  /** That password; emptied with every try. */
  @ScreenWrites
  public StringProperty passwordProperty() {
    return password;
  }

  /** What came of the last try; empty before. */
  public ReadOnlyObjectProperty<Wording> messageProperty() {
    return message.getReadOnlyProperty();
  }

  /** Whether the last try did not work. */
  public ReadOnlyBooleanProperty failedProperty() {
    return failed.getReadOnlyProperty();
  }

  /** Whether the acts are safe in a file. */
  public ReadOnlyBooleanProperty exportedProperty() {
    return exported.getReadOnlyProperty();
  }

  /** Tries to open the store again. */
  public Command again() {
    return again;
  }

  /** Takes the acts out into a file that the person chooses. */
  public Command export() {
    return export;
  }

  /** Lays the store aside and begins with an empty one; only after an export. */
  public Command rebuild() {
    return rebuild;
  }

  /** Copies code and folder for support. */
  public Command copy() {
    return copy;
  }
}

package counterfoil.viewmodel.shell;

import counterfoil.viewmodel.Command;
import counterfoil.viewmodel.ScreenWrites;
import counterfoil.viewmodel.Wording;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The first run: try with sample data, or connect to a server that the person has looked at. */
public final class FirstRunViewModel {
  private final StringProperty address = new SimpleStringProperty(this, "address", "");
  private final ReadOnlyObjectWrapper<Wording> message =
      new ReadOnlyObjectWrapper<>(this, "message", Wording.none());
  private final ReadOnlyBooleanWrapper failed = new ReadOnlyBooleanWrapper(this, "failed");
  private final ReadOnlyBooleanWrapper found = new ReadOnlyBooleanWrapper(this, "found");
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");
  private final Command trySample;
  private final Command test;
  private final Command connect;

  /** A choice on {@code desk}. */
  public FirstRunViewModel(FirstRunDesk desk) {
    this.trySample =
        Command.lasting(done -> desk.trySample(step -> follow(step, done)), busy.not());
    this.test =
        Command.lasting(
            done -> desk.test(address.get().strip(), step -> follow(step, done)),
            Bindings.and(address.isNotEmpty(), busy.not()));
    this.connect =
        Command.lasting(
            done -> desk.connect(step -> follow(step, done)), Bindings.and(found, busy.not()));
    address.addListener((_, _, _) -> forget());
  }

  private void forget() {
    found.set(false);
    failed.set(false);
    message.set(Wording.none());
  }

  private void follow(FirstRunDesk.Step step, Runnable done) {
    switch (step) {
      case FirstRunDesk.Step.Working(Wording what) -> {
        failed.set(false);
        busy.set(true);
        message.set(what);
      }
      case FirstRunDesk.Step.Found(String kept, Wording identity) -> {
        address.set(kept);
        busy.set(false);
        found.set(true);
        message.set(identity);
        done.run();
      }
      case FirstRunDesk.Step.Failed(Wording why) -> {
        busy.set(false);
        failed.set(true);
        message.set(why);
        done.run();
      }
      case FirstRunDesk.Step.Done() -> {
        busy.set(false);
        message.set(Wording.none());
        done.run();
      }
    }
  }

  /** The server's address. */
  @ScreenWrites
  public StringProperty addressProperty() {
    return address;
  }

  /** What is going on, or what went wrong. */
  public ReadOnlyObjectProperty<Wording> messageProperty() {
    return message.getReadOnlyProperty();
  }

  /** Whether the message says that something went wrong. */
  public ReadOnlyBooleanProperty failedProperty() {
    return failed.getReadOnlyProperty();
  }

  /** Whether a server answered at the address in the field. */
  public ReadOnlyBooleanProperty foundProperty() {
    return found.getReadOnlyProperty();
  }

  /** Starts with the sample business. */
  public Command trySample() {
    return trySample;
  }

  /** Looks whether a server answers. */
  public Command test() {
    return test;
  }

  /** Goes on with the server that answered. */
  public Command connect() {
    return connect;
  }
}

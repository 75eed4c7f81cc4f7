package counterfoil.viewmodel;

import counterfoil.viewmodel.port.Background;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableBooleanValue;

/**
 * One action of a person. It runs at most once at a time: what arrives while it runs, or while it
 * is not executable, does nothing, so a double click acts once.
 *
 * <p>Lives on the interface thread.
 */
public final class Command {
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(this, "running");
  private final ReadOnlyBooleanWrapper executable =
      new ReadOnlyBooleanWrapper(this, "executable", true);
  private final Action action;

  private Command(Action action, ObservableBooleanValue allowed) {
    this.action = action;
    executable.bind(Bindings.and(running.not(), allowed));
  }

  /** What a command does; it must call {@code done} exactly once, on the interface thread. */
  @FunctionalInterface
  public interface Action {
    /**
     * Begins the work.
     *
     * @param done to be called when the command may run again
     */
    void begin(Runnable done);
  }

  /** A command that is over when it returns. */
  public static Command of(Runnable act, ObservableBooleanValue allowed) {
    return new Command(
        done -> {
          act.run();
          done.run();
        },
        allowed);
  }

  /** A command that is over when it returns and may always run. */
  public static Command of(Runnable act) {
    return of(act, new ReadOnlyBooleanWrapper(true));
  }

  /** A command whose action says itself when it is over. */
  public static Command lasting(Action action, ObservableBooleanValue allowed) {
    return new Command(action, allowed);
  }

  /**
   * A command that works off the interface thread.
   *
   * @param background where the work runs
   * @param work the work; an exception goes to {@code background}'s fault handler
   * @param then receives the result on the interface thread
   * @param allowed whether the command may run
   */
  public static <T> Command inBackground(
      Background background,
      Callable<T> work,
      Consumer<? super T> then,
      ObservableBooleanValue allowed) {
    return new Command(done -> background.run(work, then, done), allowed);
  }

  /** Acts, if it may; otherwise does nothing. */
  public void execute() {
    if (!executable.get()) {
      return;
    }
    running.set(true);
    try {
      action.begin(() -> running.set(false));
    } catch (RuntimeException | Error failure) {
      running.set(false);
      throw failure;
    }
  }

  /** Whether {@link #execute()} would act now. */
  public ReadOnlyBooleanProperty executableProperty() {
    return executable.getReadOnlyProperty();
  }

  /** Whether the work is under way. */
  public ReadOnlyBooleanProperty runningProperty() {
    return running.getReadOnlyProperty();
  }
}

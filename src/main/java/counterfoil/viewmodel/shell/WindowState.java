package counterfoil.viewmodel.shell;

import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Which of its lives the program is in. */
public final class WindowState {
  private final ReadOnlyObjectWrapper<Stage> stage;
  private final ReadOnlyLongWrapper entries = new ReadOnlyLongWrapper(this, "entries");

  /** The lives of the program. */
  public enum Stage {
    /** It opens what this device is set up for. */
    STARTING,
    /** Nothing is set up. */
    FIRST_RUN,
    /** The local store cannot be used. */
    STORE_TROUBLE,
    /** Nobody is signed in. */
    SIGN_IN,
    /** Somebody signed in, and the first exchange is under way. */
    FIRST_SYNC,
    /** Somebody is signed in, and the local store is locked. */
    LOCKED,
    /** Somebody works. */
    WORK
  }

  /** Begins with {@code first}. */
  public WindowState(Stage first) {
    stage = new ReadOnlyObjectWrapper<>(this, "stage", first);
  }

  /** Goes on to {@code next}; the view models of that stage must be ready. */
  public void enter(Stage next) {
    stage.set(next);
    entries.set(entries.get() + 1);
  }

  /** How often a life began; the same one may begin anew with other view models. */
  public ReadOnlyLongProperty entriesProperty() {
    return entries.getReadOnlyProperty();
  }

  /** Which life it is in. */
  public ReadOnlyObjectProperty<Stage> stageProperty() {
    return stage.getReadOnlyProperty();
  }
}

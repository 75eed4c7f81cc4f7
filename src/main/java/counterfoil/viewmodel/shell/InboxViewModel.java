package counterfoil.viewmodel.shell;

import counterfoil.viewmodel.Command;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.ObservableList;

/** The inbox: nothing a screen called done is ever lost (promise A). */
public final class InboxViewModel {
  private final InboxDesk desk;

  /** An inbox on {@code desk}. */
  public InboxViewModel(InboxDesk desk) {
    this.desk = desk;
  }

  /** What waits, newest first. */
  public ObservableList<InboxEntry> entries() {
    return desk.entries();
  }

  /** Marks an entry as dealt with. */
  public Command settle(InboxEntry entry) {
    return Command.lasting(done -> desk.settle(entry.id(), done), new SimpleBooleanProperty(true));
  }
}

package counterfoil.viewmodel.shell;

import javafx.collections.ObservableList;

/** The acts that the server refused and nobody has dealt with yet. */
public interface InboxDesk {
  /** What waits, newest first. */
  ObservableList<InboxEntry> entries();

  /** Says that an entry was dealt with; it leaves the list and stays on record. */
  void settle(String id, Runnable done);
}

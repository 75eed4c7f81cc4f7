package counterfoil.viewmodel.shell;

import javafx.beans.value.ObservableValue;

/** The exchange with the server, as far as the frame shows it. */
public interface SyncDesk {
  /** How it stands; renewed at least every second while the frame is in sight. */
  ObservableValue<SyncStatus> status();

  /** Acts that wait in the inbox. */
  ObservableValue<Number> inbox();

  /** Pushes and pulls now; {@code done} comes on the interface thread. */
  void syncNow(Runnable done);
}

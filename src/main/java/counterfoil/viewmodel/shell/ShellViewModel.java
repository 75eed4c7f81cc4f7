package counterfoil.viewmodel.shell;

import counterfoil.viewmodel.Command;
import counterfoil.viewmodel.Preferences;
import counterfoil.viewmodel.ScreenWrites;
import counterfoil.viewmodel.port.Navigator;
import java.util.EnumSet;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;

/** The frame round every screen: where one is, who one is, and how the server is. */
public final class ShellViewModel implements Navigator {
  private final Person person;
  private final SyncDesk sync;
  private final Preferences preferences;
  private final ReadOnlyObjectWrapper<Place> place;
  private final Set<Place> entries;
  private final BooleanProperty shortcuts = new SimpleBooleanProperty(this, "shortcuts");
  private final BooleanProperty details = new SimpleBooleanProperty(this, "details");
  private final Command syncNow;
  private final Command signOut;
  private final Command lock;
  private final Command leaveSample;
  private final QueueExport export;

  /**
   * The ways out of the frame.
   *
   * @param signOut leaves the session; what waits stays queued
   * @param lock locks the program at once
   * @param leaveSample leaves the sample business, for the choice a new installation begins with
   */
  public record Ways(Runnable signOut, Runnable lock, Runnable leaveSample) {}

  /** A frame for {@code person}. */
  public ShellViewModel(
      Person person, SyncDesk sync, Preferences preferences, QueueExport export, Ways ways) {
    this.person = person;
    this.export = export;
    this.sync = sync;
    this.preferences = preferences;
    this.entries = EnumSet.of(Place.INBOX, Place.SETTINGS, Place.ABOUT);
    if (person.redeems()) {
      entries.add(Place.VOUCHER);
    }
    this.place =
        new ReadOnlyObjectWrapper<>(this, "place", person.redeems() ? Place.VOUCHER : Place.INBOX);
    this.syncNow = Command.lasting(sync::syncNow, new SimpleBooleanProperty(true));
    this.signOut = Command.of(ways.signOut());
    this.lock = Command.of(ways.lock());
    this.leaveSample = Command.of(ways.leaveSample(), new SimpleBooleanProperty(person.sample()));
  }

  @Override
  public void show(Place next) {
    if (entries.contains(next)) {
      place.set(next);
      shortcuts.set(false);
      details.set(false);
    }
  }

  /** Light ↔ dark. */
  public void switchTheme() {
    preferences.themeProperty().set(preferences.themeProperty().get().other());
  }

  /**
   * Goes one step back.
   *
   * @return whether there was anything to close
   */
  public boolean back() {
    boolean open = shortcuts.get() || details.get();
    shortcuts.set(false);
    details.set(false);
    return open;
  }

  /** Where one is. */
  public ReadOnlyObjectProperty<Place> placeProperty() {
    return place.getReadOnlyProperty();
  }

  /** Whether {@code wanted} is among this person's places. */
  public boolean offers(Place wanted) {
    return entries.contains(wanted);
  }

  /** Who is signed in. */
  public Person person() {
    return person;
  }

  /** How the server is. */
  public ObservableValue<SyncStatus> status() {
    return sync.status();
  }

  /** Acts that wait in the inbox. */
  public ObservableValue<Number> inbox() {
    return sync.inbox();
  }

  /** Whether the overview of keys is open. */
  @ScreenWrites
  public BooleanProperty shortcutsProperty() {
    return shortcuts;
  }

  /** Whether the details of the connection are open. */
  @ScreenWrites
  public BooleanProperty detailsProperty() {
    return details;
  }

  /** Pushes and pulls now: {@code F5}. */
  public Command syncNow() {
    return syncNow;
  }

  /** Locks the program: {@code Ctrl L}. */
  public Command lock() {
    return lock;
  }

  /** Leaves the sample business; does nothing in real work. */
  public Command leaveSample() {
    return leaveSample;
  }

  /** Takes what waits into a file. */
  public QueueExport export() {
    return export;
  }

  /** Leaves the session. */
  public Command signOut() {
    return signOut;
  }
}

package counterfoil.viewmodel.shell;

import counterfoil.viewmodel.Command;
import counterfoil.viewmodel.Preferences;
import counterfoil.viewmodel.ScreenWrites;
import counterfoil.viewmodel.port.Sounds;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** The settings of this device; every change is in force at once. */
public final class SettingsViewModel {
  private final Preferences preferences;
  private final Command tryOut;
  private final ObjectProperty<Section> section =
      new SimpleObjectProperty<>(this, "section", Section.GENERAL);

  /** The sections, in their order. */
  public enum Section {
    /** Language, theme, scale. */
    GENERAL,
    /** Thresholds of the scanner. */
    SCANNER,
    /** Volume and mute. */
    SOUND
  }

  /** The settings kept in {@code preferences}. */
  public SettingsViewModel(Preferences preferences, Sounds sounds) {
    this.preferences = preferences;
    this.tryOut = Command.of(() -> sounds.play(Sounds.Cue.OK));
  }

  /** The settings themselves, bound both ways by the form. */
  public Preferences preferences() {
    return preferences;
  }

  /** The section in sight. */
  @ScreenWrites
  public ObjectProperty<Section> sectionProperty() {
    return section;
  }

  /** Plays a sound at the chosen volume. */
  public Command tryOut() {
    return tryOut;
  }
}

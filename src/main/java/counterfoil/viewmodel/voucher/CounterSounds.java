package counterfoil.viewmodel.voucher;

import counterfoil.client.work.Sounding;
import counterfoil.viewmodel.Preferences;
import counterfoil.viewmodel.port.Sounds;

/** The sounds of the counter on this device's loudspeaker, as loud as the settings say. */
public final class CounterSounds implements Sounds {
  private final Sounding sounding;

  /** Sounds that follow {@code preferences} at once. */
  public CounterSounds(Sounding sounding, Preferences preferences) {
    this.sounding = sounding;
    preferences.mutedProperty().subscribe(() -> follow(preferences));
    preferences.volumeProperty().subscribe(() -> follow(preferences));
    follow(preferences);
  }

  private void follow(Preferences preferences) {
    sounding.set(preferences.volumeProperty().get(), preferences.mutedProperty().get());
  }

  @Override
  public void play(Cue cue) {
    sounding.play(
        switch (cue) {
          case OK -> Sounding.Cue.OK;
          case LEASED -> Sounding.Cue.LEASED;
          case PROVISIONAL -> Sounding.Cue.PROVISIONAL;
          case REFUSED -> Sounding.Cue.REFUSED;
          case HERE_NOT -> Sounding.Cue.HERE_NOT;
          case FAULT -> Sounding.Cue.FAULT;
          case MISTYPED -> Sounding.Cue.MISTYPED;
          case BOUNCE -> Sounding.Cue.BOUNCE;
          case CONFLICT -> Sounding.Cue.CONFLICT;
        });
  }
}

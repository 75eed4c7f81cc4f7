package counterfoil.client.work;

import counterfoil.client.device.SoundPlayer;
import counterfoil.client.device.Tone;

/** The sounds of the counter (V21). Returns at once; a new sound cuts the running one. */
public final class Sounding {
  private final SoundPlayer player;

  /**
   * @param player the device's sound
   */
  public Sounding(SoundPlayer player) {
    this.player = player;
  }

  /** The closed set of cues. */
  public enum Cue {
    /** Redeemed on the server's word. */
    OK(Tone.OK),
    /** Redeemed under a lease. */
    LEASED(Tone.LEASED),
    /** Served, confirmed later. */
    PROVISIONAL(Tone.PROVISIONAL),
    /** Refused for good. */
    REFUSED(Tone.REFUSED),
    /** Not here or not now. */
    HERE_NOT(Tone.HERE_NOT),
    /** A technical fault. */
    FAULT(Tone.FAULT),
    /** The check character does not fit. */
    MISTYPED(Tone.MISTYPED),
    /** The same code again. */
    BOUNCE(Tone.BOUNCE),
    /** Something waits in the inbox. */
    CONFLICT(Tone.CONFLICT);

    private final Tone tone;

    Cue(Tone tone) {
      this.tone = tone;
    }
  }

  /** Plays a cue. A device without sound stays silent. */
  public void play(Cue cue) {
    player.play(cue.tone);
  }

  /** Sets loudness, 0 to 100 %, and silence. */
  public void set(int volume, boolean muted) {
    player.volume(volume);
    player.mute(muted);
  }
}

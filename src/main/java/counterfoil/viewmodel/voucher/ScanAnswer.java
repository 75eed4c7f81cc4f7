package counterfoil.viewmodel.voucher;

import counterfoil.viewmodel.port.Sounds;

/**
 * What the screen does after a scan.
 *
 * @param face what the ticket shows
 * @param cue what is heard
 * @param field what becomes of the text in the scan field
 * @param stay how long the face stays
 */
public record ScanAnswer(TicketFace face, Sounds.Cue cue, Field field, Stay stay) {

  /** What becomes of the text in the scan field. */
  public enum Field {
    /** It is empty for the next code. */
    CLEAR,
    /** It comes back, to be put right by hand. */
    RESTORE,
    /** The keys go to the amount that is asked for, until it is given or left. */
    AMOUNT,
    /** It stays in sight until the next key, and {@code Enter} redeems what it found. */
    HOLD
  }

  /** How long the face stays when no other scan comes. */
  public enum Stay {
    /** Until the next scan. */
    UNTIL_NEXT,
    /** Six seconds, then the ticket is ready again. Only a good verdict. */
    FADE,
    /** A second and a half, then what was there before. Only the bounce. */
    GLIMPSE
  }
}

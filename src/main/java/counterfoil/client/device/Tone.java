package counterfoil.client.device;

/** The sounds of the counter: one for each kind of verdict, told apart by rhythm and pitch. */
public enum Tone {
  /** Redeemed: two rising notes. */
  OK,
  /** Redeemed offline under a lease: the same, and a thud. */
  LEASED,
  /** May be served, confirmed later: two equal notes. */
  PROVISIONAL,
  /** Refused for good: one long falling glide with a buzz. */
  REFUSED,
  /** Refused here or now, good elsewhere or later: two short falling notes. */
  HERE_NOT,
  /** Technical fault: three low pulses. */
  FAULT,
  /** The check character does not fit: one short note. */
  MISTYPED,
  /** The same code again: a faint tick. */
  BOUNCE,
  /** A conflict reached the inbox: a bell. */
  CONFLICT
}

package counterfoil.viewmodel.port;

/** The sounds of the counter. A new sound cuts the running one; a muted device stays silent. */
public interface Sounds {
  /** Plays a cue at once. */
  void play(Cue cue);

  /** The closed set of cues, told apart by rhythm as well as by pitch. */
  enum Cue {
    /** Redeemed, confirmed by the server. */
    OK,
    /** Redeemed offline under a lease. */
    LEASED,
    /** Serve now, confirmed later. */
    PROVISIONAL,
    /** Refused for good. */
    REFUSED,
    /** Not here or not now. */
    HERE_NOT,
    /** A technical fault. */
    FAULT,
    /** The check character does not fit. */
    MISTYPED,
    /** The same code again within the bounce window. */
    BOUNCE,
    /** Something waits in the inbox. */
    CONFLICT
  }
}

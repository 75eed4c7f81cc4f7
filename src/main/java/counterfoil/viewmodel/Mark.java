package counterfoil.viewmodel;

/** The small sign that goes before a word, so that colour never stands alone. */
public enum Mark {
  /** Done. */
  OK,
  /** Done offline under a lease. */
  LEASED,
  /** Provisional, or a warning. */
  PROVISIONAL,
  /** Refused for good. */
  REFUSED,
  /** Refused here or now. */
  HERE_NOT,
  /** A technical fault. */
  FAULT,
  /** Cannot tell. */
  QUESTION,
  /** The same again. */
  AGAIN,
  /** Taken back. */
  UNDONE,
  /** Two sides disagree. */
  DISPUTE,
  /** Only looked at. */
  LOOK
}

package counterfoil.viewmodel;

/**
 * The closed set of meanings a colour may carry. Never the only carrier: a shape and a word go with
 * it.
 */
public enum Tone {
  /** Done, and certain. */
  OK,
  /** Provisional, or due soon. */
  WARN,
  /** Refused for good, overdue, negative. */
  BAD,
  /** Refused here or now, good elsewhere or later. */
  ELSE,
  /** A technical fault, never the voucher's doing. */
  FAULT,
  /** A state, or what a person can act on; nothing was decided. */
  ACCENT,
  /** Says nothing about the outcome. */
  NEUTRAL
}

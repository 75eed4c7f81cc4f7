package counterfoil.sim;

/**
 * One step of a history. All chance in it comes from its own dice, so that a history stays valid,
 * and its other steps do the same, when steps are taken out.
 *
 * @param kind what happens
 * @param device to which device, counted from 0
 * @param dice seed of everything that chance decides in it
 */
record Step(Kind kind, int device, long dice) {

  /** What can happen. */
  enum Kind {
    /** The clerk redeems a voucher, and decides when no answer comes. */
    REDEEM,
    /** The clerk takes a redemption back. */
    UNDO,
    /** The device exchanges with the server for a while. */
    SYNC,
    /** Time goes by, seconds to minutes. */
    WAIT,
    /** The device's line is cut off, or comes back. */
    PARTITION,
    /** The clerk signs out; the next one, or the same, signs in. */
    SHIFT,
    /** The client dies while it syncs or redeems: before, in or after a transaction. */
    CLIENT_CRASH,
    /** The server dies and starts again: at rest, or in the commit of a redemption. */
    SERVER_CRASH,
    /** The PC's clock is set, by minutes or hours. */
    CLOCK,
    /** A request that was delayed arrives at last. */
    LATE,
    /** The office freezes a voucher, or lets it go. */
    FREEZE,
    /** The office refunds a voucher. */
    REFUND,
    /** The office issues a voucher. */
    ISSUE,
    /** The office gives a clerk other stores. */
    SCOPE
  }
}

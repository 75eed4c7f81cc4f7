package counterfoil.viewmodel;

/** The shape of a verdict, legible from three metres and without colour. */
public enum VerdictShape {
  /** Waiting for a code. */
  SCAN,
  /** Redeemed: filled circle with a tick. */
  CIRCLE,
  /** Redeemed under a lease: filled shield with a tick. */
  SHIELD,
  /** Serve now, confirmed later. */
  TRIANGLE,
  /** Refused for good. */
  OCTAGON,
  /** Refused here or now. */
  NO_ENTRY,
  /** Technical fault. */
  DIAMOND,
  /** Mistyped, or not known. */
  QUESTION,
  /** The same code again. */
  ARROWS
}

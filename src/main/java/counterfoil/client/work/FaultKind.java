package counterfoil.client.work;

/** What failed technically; each selects a text that says what to do. */
public enum FaultKind {
  /** The disk is full: the act was not stored. */
  DISK_FULL,
  /** The data folder cannot be written: the act was not stored. */
  DISK_READ_ONLY,
  /** The local store is damaged: export the outbox. */
  STORE_DAMAGED,
  /** The local store cannot be used for another reason. */
  STORE_UNUSABLE,
  /** The server could not decide the act; it is in the inbox with an incident number. */
  SERVER,
  /** Nobody is signed in any more. */
  SIGNED_OUT,
  /** The work broke off by a fault of the program; the error window says more. */
  BROKEN_OFF
}

package counterfoil.client.cache;

/**
 * Why the machine's store cannot do what it was asked; each selects a text that says what to do.
 */
public enum StorageProblem {
  /** No room on the disk: free some, the act was not stored. */
  FULL,
  /** The folder or its files cannot be written. */
  READ_ONLY,
  /** A row or page is not what was written: export the outbox, then start anew. */
  DAMAGED,
  /** Another program holds the file. */
  IN_USE,
  /** The program has let go of the store: it ends, or changes to another. */
  CLOSED,
  /** Any other fault of the disk. */
  UNREADABLE
}

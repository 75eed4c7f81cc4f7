package counterfoil.client.cache;

/**
 * What became of opening the local store. Whatever is not {@link Opened} leaves every file as it
 * was: nothing is ever reset silently.
 */
public sealed interface OpenResult {

  /**
   * Ready; the vault may still be locked.
   *
   * @param cache the store; the caller closes it
   */
  record Opened(Cache cache) implements OpenResult {}

  /**
   * Written by a newer version of the program; update it.
   *
   * @param found the schema of the file
   * @param known the newest schema this program knows
   */
  record Newer(int found, int known) implements OpenResult {}

  /**
   * A page or row is not what was written; {@link OutboxExport} is the way out.
   *
   * @param where what the check names, never a value
   */
  record Damaged(String where) implements OpenResult {}

  /** The folder or a file in it cannot be written. */
  record ReadOnly() implements OpenResult {}

  /** No room for what opening needs: a migration's copy, the log. */
  record Full() implements OpenResult {}

  /** Another client holds this folder. */
  record InUse() implements OpenResult {}
}

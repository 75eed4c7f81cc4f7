package counterfoil.client.cache;

/** What became of making an act durable. */
public sealed interface ActResult {

  /**
   * Effect, outbox row and chain head are on the disk: the screen may say done.
   *
   * @param command the act with its place
   */
  record Durable(QueuedCommand command) implements ActResult {}

  /**
   * Nothing was stored and nothing changed; the screen must not say done.
   *
   * @param problem why
   */
  record NotStored(StorageProblem problem) implements ActResult {}
}

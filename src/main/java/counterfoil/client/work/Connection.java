package counterfoil.client.work;

/** The exchange with the server, to be watched. Safe from any thread. */
public interface Connection {
  /** How it stands now. */
  ConnectionStatus status();

  /**
   * Calls back after every change, on the thread that made it; be quick there.
   *
   * @return closes the subscription; closing twice is harmless
   */
  Subscription onChange(Runnable changed);

  /** Pushes and pulls as soon as possible; returns at once. */
  void syncNow();

  /** A listener's place; closing ends it. */
  interface Subscription extends AutoCloseable {
    @Override
    void close();
  }
}

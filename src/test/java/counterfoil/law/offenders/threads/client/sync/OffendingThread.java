package counterfoil.law.offenders.threads.client.sync;

/** Is a thread. */
public final class OffendingThread extends Thread {
  /** A name of its own. */
  public OffendingThread() {
    super("sync");
  }
}

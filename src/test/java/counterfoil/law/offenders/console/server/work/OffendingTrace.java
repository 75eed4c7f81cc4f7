package counterfoil.law.offenders.console.server.work;

/** Prints where nobody reads. */
public final class OffendingTrace {
  /** On the console. */
  public void failed(RuntimeException failure) {
    failure.printStackTrace();
  }
}

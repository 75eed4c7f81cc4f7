package counterfoil.law.offenders.console.server.work;

/** Ends the process of others. */
public final class OffendingEnd {
  /** At once. */
  public void end() {
    System.exit(1);
  }
}

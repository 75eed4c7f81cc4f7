package counterfoil.law.offenders.console.server.work;

/** Prints. */
public final class OffendingPrinter {
  /** On the console. */
  public void print(String line) {
    System.out.println(line);
  }
}

package counterfoil.law.offenders.console.app;

/** Speaks to the person who started it. */
public final class LawfulMain {
  /** On the console. */
  public void print(String line) {
    System.out.println(line);
  }
}

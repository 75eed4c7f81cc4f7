package counterfoil.law.offenders.statics.domain;

/** Counts for everybody. */
public final class OffendingCounter {
  private static int count;

  private OffendingCounter() {}

  /** One more. */
  public static int next() {
    count++;
    return count;
  }
}

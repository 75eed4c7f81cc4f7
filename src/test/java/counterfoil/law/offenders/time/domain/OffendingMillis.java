package counterfoil.law.offenders.time.domain;

/** Asks for the time inside a lambda. */
public final class OffendingMillis {
  /** A stopwatch. */
  public Runnable watch(StringBuilder log) {
    return () -> log.append(System.nanoTime());
  }
}

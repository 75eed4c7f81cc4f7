package counterfoil.law.offenders.statics.domain;

import java.util.concurrent.atomic.AtomicLong;

/** Counts for everybody, safely. */
public final class OffendingAtom {
  private static final AtomicLong COUNT = new AtomicLong();

  private OffendingAtom() {}

  /** One more. */
  public static long next() {
    return COUNT.incrementAndGet();
  }
}

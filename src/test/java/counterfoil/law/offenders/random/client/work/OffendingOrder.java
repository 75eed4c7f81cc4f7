package counterfoil.law.offenders.random.client.work;

import java.util.Collections;
import java.util.List;

/** Shuffles as it likes. */
public final class OffendingOrder {
  /** Another order each time. */
  public void shuffle(List<String> rows) {
    Collections.shuffle(rows);
  }
}

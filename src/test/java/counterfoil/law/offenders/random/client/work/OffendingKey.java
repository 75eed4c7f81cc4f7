package counterfoil.law.offenders.random.client.work;

import java.util.UUID;

/** Makes its own key. */
public final class OffendingKey {
  /** A new key each time. */
  public UUID next() {
    return UUID.randomUUID();
  }
}

package counterfoil.law.offenders.statics.domain;

import java.util.HashMap;
import java.util.Map;

/** Remembers for everybody. */
public final class OffendingRegistry {
  private static final Map<String, String> NAMES = new HashMap<>();

  private OffendingRegistry() {}

  /** Remembers. */
  public static void put(String key, String name) {
    NAMES.put(key, name);
  }
}

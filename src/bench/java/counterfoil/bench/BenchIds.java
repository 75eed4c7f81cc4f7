package counterfoil.bench;

import counterfoil.app.Ids;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.function.Supplier;

/** Ids as the program makes them: UUIDv7, as the contract asks, so that new rows lie together. */
final class BenchIds {
  private static final Supplier<String> IDS = new Ids(InstantSource.system(), new SecureRandom());

  private BenchIds() {}

  /** A new id. */
  static String next() {
    return IDS.get();
  }
}

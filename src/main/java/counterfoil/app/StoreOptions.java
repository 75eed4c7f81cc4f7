package counterfoil.app;

import counterfoil.server.store.Store;
import counterfoil.server.store.StoreTooNew;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;

/**
 * Which store a server command works on: {@code --data DIR}, {@code --database-url URL} or both.
 */
final class StoreOptions {
  static final String DATA = "--data";
  static final String DATABASE = "--database-url";

  private StoreOptions() {}

  /**
   * Opens the store that was asked for.
   *
   * @throws Options.Wrong when neither option was given, or the URL is not PostgreSQL's
   */
  static Store open(Options options, SecureRandom random)
      throws Options.Wrong, IOException, StoreTooNew {
    Optional<Path> folder = options.value(DATA).map(Path::of);
    Optional<String> url = options.value(DATABASE);
    if (url.isPresent()) {
      if (!url.get().startsWith("jdbc:postgresql://")) {
        throw new Options.Wrong(DATABASE + " takes jdbc:postgresql://HOST[:PORT]/DATABASE");
      }
      return Store.postgres(url.get(), folder.orElse(null), random);
    }
    if (folder.isEmpty()) {
      throw new Options.Wrong("give " + DATA + " DIR or " + DATABASE + " URL");
    }
    return Store.embedded(folder.get(), random);
  }
}

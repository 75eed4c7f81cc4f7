package counterfoil.server.store;

import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A set of ids in one text column: sorted, with a comma between. */
final class IdList {
  private IdList() {}

  static String text(Collection<String> ids) {
    return String.join(",", new TreeSet<>(ids));
  }

  static Set<String> ids(String text) {
    return text.isEmpty()
        ? Set.of()
        : Arrays.stream(text.split(",", -1)).collect(Collectors.toUnmodifiableSet());
  }
}

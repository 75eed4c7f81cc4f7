package counterfoil.client.cache;

import java.io.IOException;
import java.nio.file.Path;

/** A process of its own that acts as fast as it can and names each act that is done. */
final class ActingProcess {
  private ActingProcess() {}

  /** Goes on in the store of a folder until it is killed; the ids begin at a number. */
  public static void main(String[] args) throws IOException {
    long first = Long.parseLong(args[1]);
    try (Store store = Store.again(Path.of(args[0]))) {
      for (long n = first; n < first + 1_000_000; n++) {
        System.out.println(store.act(Store.redeem(Store.id(n), 7)).id());
      }
    }
  }
}

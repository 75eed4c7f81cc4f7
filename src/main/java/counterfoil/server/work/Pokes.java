package counterfoil.server.work;

import counterfoil.domain.rights.Collection;
import counterfoil.domain.rights.Rights;
import counterfoil.domain.rights.Subject;
import counterfoil.protocol.Poke;
import counterfoil.server.store.FeedTable;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Tells subscribers, after a commit, that something in their scope changed. Data always comes by
 * pull.
 */
public final class Pokes {
  private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
  private final Function<Caller, String> cursor;

  Pokes(Function<Caller, String> cursor) {
    this.cursor = cursor;
  }

  /** Ends a subscription. */
  public interface Subscription extends AutoCloseable {
    @Override
    void close();
  }

  /**
   * Subscribes.
   *
   * @param caller who listens
   * @param listener called on a writer's thread: it must be quick and must not throw
   */
  public Subscription subscribe(Caller caller, Consumer<Poke> listener) {
    Listener added = new Listener(caller, listener);
    listeners.add(added);
    return () -> listeners.remove(added);
  }

  void changed(String tenant, List<FeedTable.Entry> entries) {
    for (Listener listener : listeners) {
      if (listener.caller().tenant().equals(tenant)
          && entries.stream().anyMatch(entry -> sees(listener.caller(), entry))) {
        listener.listener().accept(new Poke(cursor.apply(listener.caller())));
      }
    }
  }

  private static boolean sees(Caller caller, FeedTable.Entry entry) {
    // The audit head moves with every decision; alone it is no news.
    return entry.collection() != Collection.AUDIT
        && Rights.maySee(
            caller.actor(), entry.collection(), new Subject(entry.party(), entry.stores()));
  }

  private record Listener(Caller caller, Consumer<Poke> listener) {}
}

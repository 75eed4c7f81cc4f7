package counterfoil.client.work;

import counterfoil.client.cache.Cache;
import counterfoil.client.cache.InboxEntry;
import counterfoil.client.session.ServerClock;
import counterfoil.client.session.Session;
import counterfoil.protocol.Problem;
import counterfoil.protocol.Refusals;
import java.util.List;
import java.util.Optional;

/** The inbox over the cache. */
public final class RefusedActs implements Inbox {
  private final Cache cache;
  private final ServerClock clock;
  private final Cards cards;

  /** Over a cache, for whoever is signed in. */
  public RefusedActs(Cache cache, Session session, ServerClock clock) {
    this(cache, clock, new Cards(cache, session));
  }

  RefusedActs(Cache cache, ServerClock clock, Cards cards) {
    this.cache = cache;
    this.clock = clock;
    this.cards = cards;
  }

  @Override
  public List<RefusedAct> entries(int most) {
    return cache.inbox().entries(most).reversed().stream().map(this::act).toList();
  }

  private RefusedAct act(InboxEntry entry) {
    Problem problem = entry.problem();
    return new RefusedAct(
        entry.command(),
        entry.type(),
        entry.actedAt(),
        entry.arrivedAt(),
        problem.code(),
        Refusals.refusal(problem).orElse(null),
        problem
            .text("voucher")
            .or(() -> voucher(entry))
            .flatMap(voucher -> cards.card(voucher, null))
            .orElse(null),
        problem.text("incident").orElse(null));
  }

  private Optional<String> voucher(InboxEntry entry) {
    return cache
        .outbox()
        .result(entry.command())
        .flatMap(result -> Optional.ofNullable(result.target()));
  }

  @Override
  public void dismiss(String id) {
    cache.inbox().dismiss(id, clock.instant());
  }
}

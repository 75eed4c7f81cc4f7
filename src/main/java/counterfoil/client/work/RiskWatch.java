package counterfoil.client.work;

import counterfoil.client.cache.Cache;
import counterfoil.client.session.ServerClock;
import counterfoil.domain.money.Money;
import counterfoil.domain.voucher.RiskBudget;
import counterfoil.domain.voucher.Voucher;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What may be served without the server, and whether one more fits. */
final class RiskWatch {
  private final Cache cache;
  private final ServerClock clock;

  RiskWatch(Cache cache, ServerClock clock) {
    this.cache = cache;
    this.clock = clock;
  }

  RiskStanding standing() {
    RiskBudget limit = limit();
    Optional<Instant> synced = cache.feed().syncedAt();
    return new RiskStanding(
        limit, cache.risk().used(), age(), synced.map(at -> at.plus(limit.offline())).orElse(null));
  }

  /** What stands against one more; empty when it fits. */
  Optional<ScanOutcome.Why> against(Voucher voucher, Money worth) {
    if (clock.standing() == ServerClock.Standing.TOO_FAR_OFF) {
      return Optional.of(ScanOutcome.Why.CLOCK_OFF);
    }
    if (cache.feed().syncedAt().isEmpty()) {
      return Optional.of(ScanOutcome.Why.CACHE_TOO_OLD);
    }
    return switch (limit().decide(voucher, cache.risk().used(), worth, age())) {
      case RiskBudget.Within _ -> Optional.empty();
      case RiskBudget.Beyond(RiskBudget.Limit hit) ->
          Optional.of(
              switch (hit) {
                case STORED_VALUE -> ScanOutcome.Why.STORED_VALUE;
                case GUESSABLE -> ScanOutcome.Why.GUESSABLE;
                case OFFLINE_TOO_LONG -> ScanOutcome.Why.CACHE_TOO_OLD;
                case PER_ITEM -> ScanOutcome.Why.ITEM_TOO_DEAR;
                case SUM -> ScanOutcome.Why.SUM_SPENT;
                case NUMBER -> ScanOutcome.Why.NUMBER_SPENT;
              });
    };
  }

  Duration age() {
    return cache
        .feed()
        .syncedAt()
        .map(at -> Duration.between(at, clock.instant()))
        .filter(age -> !age.isNegative())
        .orElse(Duration.ZERO);
  }

  private RiskBudget limit() {
    return cache.directory().risk(cache.device().id().orElse(""));
  }
}

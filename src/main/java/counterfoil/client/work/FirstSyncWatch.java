package counterfoil.client.work;

import counterfoil.client.cache.FeedStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Watches the first exchange over the feed's tables; its pace is that since the first look. */
public final class FirstSyncWatch implements FirstSync {
  private final FeedStore feed;
  private final Supplier<OptionalLong> left;
  private final Supplier<ConnectionStatus> status;
  private final InstantSource clock;
  private @Nullable Look first;

  private record Look(Instant at, long left) {}

  /**
   * A watch that has not looked yet.
   *
   * @param left at most how many changes the server still has
   * @param clock server time
   */
  public FirstSyncWatch(
      FeedStore feed,
      Supplier<OptionalLong> left,
      Supplier<ConnectionStatus> status,
      InstantSource clock) {
    this.feed = feed;
    this.left = left;
    this.status = status;
    this.clock = clock;
  }

  @Override
  public synchronized Progress progress() {
    if (feed.cursor().isPresent()) {
      return new Progress(true, 0, OptionalLong.of(0), Optional.empty(), Optional.empty());
    }
    OptionalLong now = left.get();
    return new Progress(
        false,
        feed.filled(),
        now,
        now.isPresent() ? time(now.getAsLong()) : Optional.empty(),
        trouble(status.get()));
  }

  private Optional<Duration> time(long now) {
    Instant at = clock.instant();
    Look began = first;
    if (began == null || now > began.left()) {
      first = new Look(at, now);
      return Optional.empty();
    }
    long done = began.left() - now;
    return done == 0
        ? Optional.empty()
        : Optional.of(Duration.ofMillis(Duration.between(began.at(), at).toMillis() * now / done));
  }

  private static Optional<ConnectionStatus.Trouble> trouble(ConnectionStatus now) {
    return switch (now.state()) {
      case STARTING, ONLINE, SLOW -> Optional.empty();
      case OFFLINE, SIGN_IN_AGAIN, BLOCKED, TOO_OLD -> Optional.ofNullable(now.lastProblem());
    };
  }
}

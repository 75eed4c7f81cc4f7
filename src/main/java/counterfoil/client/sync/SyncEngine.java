package counterfoil.client.sync;

import counterfoil.client.cache.Cache;
import counterfoil.client.cache.Device;
import counterfoil.client.cache.QueuedCommand;
import counterfoil.client.remote.Access;
import counterfoil.client.remote.DeviceKey;
import counterfoil.client.remote.Remote;
import counterfoil.client.remote.RemoteFailure;
import counterfoil.client.session.Session;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Pushes before it pulls, one request in flight, until nothing waits and the feed is at its end.
 * One thread calls {@link #step}; {@link #status}, {@link #poked}, {@link #pokesStand} and {@link
 * #hurry} may be called from any.
 */
public final class SyncEngine {
  private static final Logger LOG = LoggerFactory.getLogger(SyncEngine.class);
  private static final Duration LONG_WAIT = Duration.ofMinutes(5);

  private final Cache cache;
  private final Session session;
  private final InstantSource clock;
  private final SyncOptions options;
  private final Backoff backoff;
  private final Push push;
  private final Pull pull;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

  private volatile boolean pullDue = true;
  private volatile boolean pokesStand;
  private volatile boolean hurried;
  private volatile SyncStatus status;
  private Instant notBefore = Instant.MIN;
  private Instant pulledAt = Instant.MIN;
  private @Nullable LocalDate sweptOn;

  /**
   * An engine that has done nothing yet.
   *
   * @param clock the server's time
   * @param random jitter
   */
  public SyncEngine(
      Cache cache,
      Session session,
      Remote remote,
      InstantSource clock,
      RandomGenerator random,
      SyncOptions options) {
    this.cache = cache;
    this.session = session;
    this.clock = clock;
    this.options = options;
    this.backoff = new Backoff(options, random);
    this.push = new Push(cache, remote, clock, options);
    this.pull = new Pull(cache.feed(), remote, clock, options);
    this.status =
        new SyncStatus(
            new Link.Starting(),
            clock.instant(),
            cache.feed().syncedAt(),
            cache.outbox().queue().waiting(),
            cache.inbox().open(),
            Optional.empty(),
            Optional.empty());
  }

  /** When to step again. */
  public sealed interface Next {
    /** There is more to do. */
    record Now() implements Next {}

    /** Not before this delay, unless something happens. */
    record After(Duration delay) implements Next {}
  }

  /** At most how many changes the server still has for us, where it says so. */
  public OptionalLong left() {
    return pull.left();
  }

  /** How the exchange stands. */
  public SyncStatus status() {
    return status;
  }

  /**
   * Calls back after every change of {@link #status}, on the thread that made it.
   *
   * @return ends it
   */
  public Runnable onChange(Runnable changed) {
    listeners.add(changed);
    return () -> listeners.remove(changed);
  }

  /** The server said that something in scope changed; the next step pulls. */
  public void poked() {
    pullDue = true;
  }

  /** Whether pokes can be counted on; without them the engine polls, beginning now. */
  public void pokesStand(boolean stand) {
    if (stand || pokesStand) {
      pullDue = true;
    }
    pokesStand = stand;
  }

  /** A person asks for an exchange now: no wait after failures holds the next step up. */
  public void hurry() {
    hurried = true;
    pullDue = true;
  }

  /** What proves requests now; empty when nobody is signed in, or the vault is locked. */
  Optional<Access> access() throws IOException {
    return session.access().map(SyncEngine::access);
  }

  private static Access access(Session.Access access) {
    Device device = access.device();
    return new Access(
        access.tokens().accessToken(), new DeviceKey(device.privateKey(), device.publicKey()));
  }

  /** Makes one request at most. */
  public Next step() throws IOException {
    Optional<Session.Access> access = session.access();
    if (access.isEmpty()) {
      // Signed in without the server after a sign-out: there is no token to go on with.
      return session.isOpen()
          ? stop(new Link.SignInAgain(), Trouble.SIGN_IN)
          : new Next.After(options.pollWithoutPokes());
    }
    Instant now = clock.instant();
    if (hurried) {
      hurried = false;
      notBefore = Instant.MIN;
    }
    if (now.isBefore(notBefore)) {
      return new Next.After(Duration.between(now, notBefore));
    }
    List<QueuedCommand> batch = push.next();
    if (!batch.isEmpty()) {
      return pushed(push.send(batch, access(access.get()), access.get().device()));
    }
    if (pullDue || !now.isBefore(nextPoll())) {
      pullDue = false;
      return pulled(pull.page(access(access.get())));
    }
    sweep(now);
    return new Next.After(Duration.between(now, nextPoll()));
  }

  private Instant nextPoll() {
    if (pulledAt.equals(Instant.MIN)) {
      return Instant.MIN;
    }
    return pulledAt.plus(pokesStand ? options.pollWithPokes() : options.pollWithoutPokes());
  }

  private Next pushed(Push.Outcome outcome) throws IOException {
    return switch (outcome) {
      case Push.Outcome.Answers(var answered, Duration latency) -> {
        LOG.debug("{} acts answered", answered.size());
        pullDue = true;
        yield succeeded(latency);
      }
      case Push.Outcome.Again() -> new Next.Now();
      case Push.Outcome.Failed(RemoteFailure failure) -> failed(failure);
    };
  }

  private Next pulled(Pull.Outcome outcome) throws IOException {
    return switch (outcome) {
      case Pull.Outcome.Applied(boolean more, int rows, Duration latency) -> {
        LOG.debug("{} rows pulled", rows);
        if (more) {
          pullDue = true;
        }
        pulledAt = clock.instant();
        yield succeeded(latency);
      }
      case Pull.Outcome.StartsOver(RemoteFailure.Reason reason) -> {
        LOG.info("the feed starts over: {}", reason);
        pullDue = true;
        yield new Next.Now();
      }
      case Pull.Outcome.Failed(RemoteFailure failure) -> {
        pullDue = true;
        yield failed(failure);
      }
    };
  }

  private Next succeeded(Duration latency) {
    backoff.succeeded();
    int queue = cache.outbox().queue().waiting();
    boolean slow = latency.compareTo(options.slow()) > 0 || queue > options.batchCommands();
    show(slow ? new Link.Slow(latency) : new Link.Online(latency), null);
    return new Next.Now();
  }

  private Next failed(RemoteFailure failure) throws IOException {
    return switch (failure) {
      case RemoteFailure.RenewToken() -> renew();
      case RemoteFailure.Offline(RemoteFailure.Why why) -> offline(trouble(why), Optional.empty());
      case RemoteFailure.Retry(Optional<Duration> after) -> offline(Trouble.BUSY, after);
      case RemoteFailure.SignInAgain() -> stop(new Link.SignInAgain(), Trouble.SIGN_IN);
      case RemoteFailure.DeviceBlocked() -> stop(new Link.Blocked(), Trouble.BLOCKED);
      case RemoteFailure.TooOld() -> stop(new Link.TooOld(), Trouble.TOO_OLD);
      case RemoteFailure.ChainMismatch(), RemoteFailure.ChainGap _ ->
          stop(new Link.Offline(Trouble.CHAIN), Trouble.CHAIN);
      case RemoteFailure.StartOver _ -> offline(Trouble.SERVER, Optional.empty());
      case RemoteFailure.Refused(var problem, Optional<Duration> after) -> {
        LOG.warn("the server refused an exchange: {}", problem.code());
        yield offline(Trouble.SERVER, after);
      }
    };
  }

  private Next renew() throws IOException {
    return switch (session.refresh()) {
      case DONE -> new Next.Now();
      case LATER -> offline(Trouble.UNREACHABLE, Optional.empty());
      case SIGN_IN_AGAIN -> stop(new Link.SignInAgain(), Trouble.SIGN_IN);
      case DEVICE_BLOCKED -> stop(new Link.Blocked(), Trouble.BLOCKED);
    };
  }

  private static Trouble trouble(RemoteFailure.Why why) {
    return switch (why) {
      case UNREACHABLE -> Trouble.UNREACHABLE;
      case TIMED_OUT -> Trouble.TIMED_OUT;
      case GARBLED -> Trouble.GARBLED;
      case CERTIFICATE -> Trouble.CERTIFICATE;
    };
  }

  private Next offline(Trouble why, Optional<Duration> after) {
    show(new Link.Offline(why), why);
    return waits(backoff.failed(after));
  }

  /** Nothing changes until a person acts; looks again now and then all the same. */
  private Next stop(Link link, Trouble why) {
    show(link, why);
    return waits(LONG_WAIT);
  }

  private Next waits(Duration wait) {
    notBefore = clock.instant().plus(wait);
    return new Next.After(wait);
  }

  private void show(Link link, @Nullable Trouble failure) {
    SyncStatus before = status;
    Instant now = clock.instant();
    boolean same = before.link().getClass().equals(link.getClass());
    status =
        new SyncStatus(
            link,
            same ? before.since() : now,
            cache.feed().syncedAt(),
            cache.outbox().queue().waiting(),
            cache.inbox().open(),
            failure == null ? Optional.of(now) : before.lastSuccess(),
            failure == null
                ? before.lastFailure()
                : Optional.of(new SyncStatus.Failure(now, failure)));
    listeners.forEach(Runnable::run);
  }

  /** What leaves the scope by age alone goes once a day of the tenant. */
  private void sweep(Instant now) {
    ZoneId zone = cache.directory().zone();
    LocalDate today = now.atZone(zone).toLocalDate();
    if (today.equals(sweptOn)) {
      return;
    }
    Instant before = now.minus(options.keepRedeemed());
    int gone = cache.feed().sweep(before, before.atZone(zone).toLocalDate());
    int forgotten = cache.outbox().sweep(now.minus(options.keepAnswered()));
    LOG.info("swept {} vouchers and {} answered acts", gone, forgotten);
    sweptOn = today;
  }
}

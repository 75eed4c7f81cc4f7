package counterfoil.client.work;

import counterfoil.client.cache.Cache;
import counterfoil.client.cache.StorageFailure;
import counterfoil.client.cache.StorageProblem;
import counterfoil.client.cache.VaultLocked;
import counterfoil.client.session.ServerClock;
import counterfoil.client.sync.Link;
import counterfoil.client.sync.PokeStream;
import counterfoil.client.sync.SyncEngine;
import counterfoil.client.sync.SyncStatus;
import counterfoil.client.sync.Trouble;
import counterfoil.protocol.CommandResult;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the engine on an executor of one thread: again as soon as there is more to do, else when it
 * is due, an act was made, a poke came or a person asks. A fault of one step is logged and the next
 * comes all the same.
 */
public final class SyncDriver implements Connection, Answers, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SyncDriver.class);
  private static final Duration AFTER_A_FAULT = Duration.ofSeconds(10);

  private final SyncEngine engine;
  private final Cache cache;
  private final PokeStream pokes;
  private final ServerClock clock;
  private final ScheduledExecutorService executor;
  private @Nullable ScheduledFuture<?> next;
  private boolean closed;

  /** Something happened since the step in flight began, so that it must not be waited for. */
  private boolean woken;

  /**
   * A driver at rest; {@link #start} sets it going.
   *
   * @param executor one thread, used for nothing else
   */
  public SyncDriver(
      SyncEngine engine,
      Cache cache,
      PokeStream pokes,
      ServerClock clock,
      ScheduledExecutorService executor) {
    this.engine = engine;
    this.cache = cache;
    this.pokes = pokes;
    this.clock = clock;
    this.executor = executor;
  }

  /** Sets it going. */
  public void start() {
    wake();
  }

  /** Stops it; the step in flight ends by itself. The executor stays the caller's to shut. */
  @Override
  public synchronized void close() {
    closed = true;
    if (next != null) {
      next.cancel(false);
    }
    pokes.close();
  }

  private synchronized void stepIn(Duration delay) {
    if (closed) {
      return;
    }
    if (next != null) {
      next.cancel(false);
    }
    next = executor.schedule(this::step, delay.toMillis(), TimeUnit.MILLISECONDS);
  }

  private synchronized void wake() {
    woken = true;
    stepIn(Duration.ZERO);
  }

  private synchronized void begins() {
    woken = false;
  }

  private synchronized void ended(Duration delay) {
    stepIn(woken || delay.isNegative() ? Duration.ZERO : delay);
  }

  private void step() {
    begins();
    Duration delay;
    try {
      delay =
          switch (engine.step()) {
            case SyncEngine.Next.Now() -> Duration.ZERO;
            case SyncEngine.Next.After(Duration wait) -> wait;
          };
      pokes.open(this::wake);
    } catch (VaultLocked _) {
      delay = AFTER_A_FAULT;
    } catch (StorageFailure e) {
      if (e.problem() == StorageProblem.CLOSED) {
        LOG.debug("the store was closed under a step of the exchange");
      } else {
        LOG.error("the exchange cannot use the local store", e);
      }
      delay = AFTER_A_FAULT;
    } catch (IOException e) {
      LOG.error("the exchange cannot use the local store", e);
      delay = AFTER_A_FAULT;
    } catch (RuntimeException e) {
      LOG.error("a step of the exchange failed", e);
      delay = AFTER_A_FAULT;
    }
    ended(delay);
  }

  @Override
  public Optional<CommandResult> await(String command, Duration most) {
    CountDownLatch changed = new CountDownLatch(1);
    Runnable ends =
        engine.onChange(
            () -> {
              if (cache.outbox().result(command).isPresent()) {
                changed.countDown();
              }
            });
    try {
      acted();
      if (!changed.await(most.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.info("no answer in {} ms", most.toMillis());
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      ends.run();
    }
    return cache.outbox().result(command);
  }

  @Override
  public boolean online() {
    return switch (engine.status().link()) {
      case Link.Online _, Link.Starting _ -> true;
      case Link.Slow _, Link.Offline _, Link.SignInAgain _, Link.Blocked _, Link.TooOld _ -> false;
    };
  }

  @Override
  public void acted() {
    wake();
  }

  @Override
  public void syncNow() {
    engine.hurry();
    wake();
  }

  @Override
  public Subscription onChange(Runnable changed) {
    Runnable ends = engine.onChange(changed);
    return ends::run;
  }

  @Override
  public ConnectionStatus status() {
    SyncStatus status = engine.status();
    Duration latency =
        switch (status.link()) {
          case Link.Online(Duration took) -> took;
          case Link.Slow(Duration took) -> took;
          case Link.Starting _, Link.Offline _, Link.SignInAgain _, Link.Blocked _, Link.TooOld _ ->
              Duration.ZERO;
        };
    return new ConnectionStatus(
        state(status.link()),
        latency,
        status.since(),
        status.syncedAt().map(at -> age(at)).orElse(null),
        cache.outbox().queue().waiting(),
        cache.inbox().open(),
        status.lastSuccess().orElse(null),
        status.lastFailure().map(SyncStatus.Failure::at).orElse(null),
        status.lastFailure().map(failure -> trouble(failure.why())).orElse(null),
        clock.offset());
  }

  private Duration age(Instant at) {
    Duration age = Duration.between(at, clock.instant());
    return age.isNegative() ? Duration.ZERO : age;
  }

  private static ConnectionStatus.State state(Link link) {
    return switch (link) {
      case Link.Starting _ -> ConnectionStatus.State.STARTING;
      case Link.Online _ -> ConnectionStatus.State.ONLINE;
      case Link.Slow _ -> ConnectionStatus.State.SLOW;
      case Link.Offline _ -> ConnectionStatus.State.OFFLINE;
      case Link.SignInAgain _ -> ConnectionStatus.State.SIGN_IN_AGAIN;
      case Link.Blocked _ -> ConnectionStatus.State.BLOCKED;
      case Link.TooOld _ -> ConnectionStatus.State.TOO_OLD;
    };
  }

  private static ConnectionStatus.Trouble trouble(Trouble why) {
    return switch (why) {
      case UNREACHABLE -> ConnectionStatus.Trouble.UNREACHABLE;
      case TIMED_OUT -> ConnectionStatus.Trouble.TIMED_OUT;
      case GARBLED -> ConnectionStatus.Trouble.GARBLED;
      case CERTIFICATE -> ConnectionStatus.Trouble.CERTIFICATE;
      case BUSY -> ConnectionStatus.Trouble.BUSY;
      case SIGN_IN -> ConnectionStatus.Trouble.SIGN_IN;
      case BLOCKED -> ConnectionStatus.Trouble.BLOCKED;
      case TOO_OLD -> ConnectionStatus.Trouble.TOO_OLD;
      case CHAIN, SERVER -> ConnectionStatus.Trouble.SERVER;
    };
  }
}

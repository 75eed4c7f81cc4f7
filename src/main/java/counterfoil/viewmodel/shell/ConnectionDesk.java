package counterfoil.viewmodel.shell;

import counterfoil.client.work.Connection;
import counterfoil.client.work.ConnectionStatus;
import counterfoil.viewmodel.Wording;
import counterfoil.viewmodel.port.Background;
import counterfoil.viewmodel.port.Timer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Objects;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** The exchange with the server for the frame, read every second off the interface thread. */
public final class ConnectionDesk implements SyncDesk {
  private static final Duration PERIOD = Duration.ofSeconds(1);
  private static final Duration CLOCK_SHOWN = Duration.ofMinutes(2);
  private static final Duration CLOCK_TOO_FAR = Duration.ofMinutes(10);

  private final Connection connection;
  private final Background background;
  private final InstantSource clock;
  private final ZoneId zone;
  private final Runnable changed;
  private final Timer.Pending ticking;
  private final ReadOnlyObjectWrapper<SyncStatus> status =
      new ReadOnlyObjectWrapper<>(
          this,
          "status",
          new SyncStatus(
              SyncStatus.State.STARTING,
              Duration.ZERO,
              Duration.ZERO,
              Duration.ZERO,
              0,
              Wording.none(),
              Wording.none(),
              Wording.none()));
  private final ReadOnlyLongWrapper inbox = new ReadOnlyLongWrapper(this, "inbox");
  private boolean reading;
  private @Nullable ConnectionStatus before;

  /**
   * When and where the status is read.
   *
   * @param zone the tenant's zone (TZ-1)
   * @param clock server time
   */
  public record Place(ZoneId zone, InstantSource clock) {}

  /**
   * A desk that reads at once and then every second, until it is closed.
   *
   * @param changed called on the interface thread after an exchange brought or took something
   */
  public ConnectionDesk(
      Connection connection, Background background, Timer timer, Place place, Runnable changed) {
    this.connection = connection;
    this.background = background;
    this.clock = place.clock();
    this.zone = place.zone();
    this.changed = changed;
    read();
    this.ticking = timer.every(PERIOD, this::read);
  }

  /** Reads no more. */
  public void close() {
    ticking.cancel();
  }

  /** Reads at once, because something happened that changed the queue. */
  public void refresh() {
    read();
  }

  private void read() {
    if (!reading) {
      reading = true;
      background.run(connection::status, this::show, () -> reading = false);
    }
  }

  private void show(ConnectionStatus now) {
    ConnectionStatus last = before;
    before = now;
    status.set(words(now));
    inbox.set(now.inbox());
    if (last != null
        && (last.queue() != now.queue()
            || last.inbox() != now.inbox()
            || !Objects.equals(last.lastSuccess(), now.lastSuccess()))) {
      changed.run();
    }
  }

  private SyncStatus words(ConnectionStatus now) {
    boolean online = now.state() == ConnectionStatus.State.ONLINE;
    Duration age = now.cacheAge();
    Duration away = Duration.between(now.since(), clock.instant());
    return new SyncStatus(
        SyncStatus.State.of(now.state()),
        now.latency(),
        online || away.isNegative() ? Duration.ZERO : away,
        age == null ? Duration.ZERO : age,
        now.queue(),
        time(now.lastSuccess()),
        Wording.Joined.of(time(now.lastFailure()), why(now.lastProblem())),
        clock(now.clockOffset()));
  }

  private static Wording clock(Duration offset) {
    Duration off = offset.abs();
    if (off.compareTo(CLOCK_SHOWN) <= 0) {
      return Wording.none();
    }
    String key = off.compareTo(CLOCK_TOO_FAR) > 0 ? "shell.clock.too-far" : "shell.clock.off";
    return Wording.of(key, new Wording.Span(off));
  }

  private Wording time(@Nullable Instant at) {
    return at == null ? Wording.none() : new Wording.Time(at.atZone(zone).toLocalTime());
  }

  private static Wording why(ConnectionStatus.@Nullable Trouble trouble) {
    return trouble == null ? Wording.none() : TroubleWords.of(trouble);
  }

  @Override
  public ObservableValue<SyncStatus> status() {
    return status.getReadOnlyProperty();
  }

  @Override
  public ObservableValue<Number> inbox() {
    return inbox.getReadOnlyProperty();
  }

  @Override
  public void syncNow(Runnable done) {
    background.run(
        () -> {
          connection.syncNow();
          return connection.status();
        },
        this::show,
        done);
  }
}

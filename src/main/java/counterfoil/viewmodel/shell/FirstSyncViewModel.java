package counterfoil.viewmodel.shell;

import counterfoil.client.work.FirstSync;
import counterfoil.viewmodel.Command;
import counterfoil.viewmodel.Wording;
import counterfoil.viewmodel.port.Background;
import counterfoil.viewmodel.port.Timer;
import java.time.Duration;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The first exchange of a device: work begins when it is whole. */
public final class FirstSyncViewModel {
  /** What {@link #doneProperty} is while nobody knows how much there is. */
  public static final double UNKNOWN = -1;

  private static final Duration PERIOD = Duration.ofMillis(250);

  private final FirstSync work;
  private final Background background;
  private final Runnable whole;
  private final Timer.Pending ticking;
  private final ReadOnlyObjectWrapper<Wording> rows =
      new ReadOnlyObjectWrapper<>(this, "rows", Wording.none());
  private final ReadOnlyObjectWrapper<Wording> trouble =
      new ReadOnlyObjectWrapper<>(this, "trouble", Wording.none());
  private final ReadOnlyDoubleWrapper done = new ReadOnlyDoubleWrapper(this, "done", UNKNOWN);
  private final Command again;
  private final Command cancel;
  private boolean reading;
  private boolean ended;

  /**
   * Looks at once and then four times a second, until it is whole or given up.
   *
   * @param again asks the server now
   * @param whole goes on to work; called once
   * @param cancel goes back; what has come stays and is gone on with next time
   */
  public FirstSyncViewModel(
      FirstSync work,
      Background background,
      Timer timer,
      Runnable again,
      Runnable whole,
      Runnable cancel) {
    this.work = work;
    this.background = background;
    this.whole = whole;
    this.again = Command.of(again);
    this.ticking = timer.every(PERIOD, this::look);
    this.cancel =
        Command.of(
            () -> {
              end();
              cancel.run();
            });
    look();
  }

  private void look() {
    if (!reading && !ended) {
      reading = true;
      background.run(work::progress, this::show, () -> reading = false);
    }
  }

  private void end() {
    ended = true;
    ticking.cancel();
  }

  private void show(FirstSync.Progress now) {
    if (ended) {
      return;
    }
    if (now.whole()) {
      end();
      whole.run();
      return;
    }
    rows.set(
        now.time()
            .<Wording>map(
                time -> Wording.of("first-sync.rows-left", now.rows(), new Wording.Span(time)))
            .orElseGet(() -> Wording.of("first-sync.rows", now.rows())));
    done.set(
        now.left().isPresent() && now.rows() > 0
            ? (double) now.rows() / (now.rows() + now.left().getAsLong())
            : UNKNOWN);
    trouble.set(now.trouble().map(TroubleWords::of).orElse(Wording.none()));
  }

  /** How many rows are here, and how long it still takes. */
  public ReadOnlyObjectProperty<Wording> rowsProperty() {
    return rows.getReadOnlyProperty();
  }

  /** Why it does not go on at the moment; empty while it does. */
  public ReadOnlyObjectProperty<Wording> troubleProperty() {
    return trouble.getReadOnlyProperty();
  }

  /** The part that is done, 0 to 1, or {@link #UNKNOWN}. */
  public ReadOnlyDoubleProperty doneProperty() {
    return done.getReadOnlyProperty();
  }

  /** Asks the server now. */
  public Command again() {
    return again;
  }

  /** Goes back to the sign-in. */
  public Command cancel() {
    return cancel;
  }
}

package counterfoil.viewmodel.voucher;

import counterfoil.viewmodel.Wording;
import counterfoil.viewmodel.port.Timer;
import java.time.Duration;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** How long the last redemption can still be taken back (V24); counts while it is in sight. */
final class UndoCountdown {
  private static final Duration TICK = Duration.ofSeconds(1);

  private final VoucherDesk desk;
  private final Timer timer;
  private final ReadOnlyObjectWrapper<Wording> left =
      new ReadOnlyObjectWrapper<>(this, "left", Wording.none());
  private final ReadOnlyBooleanWrapper undoable = new ReadOnlyBooleanWrapper(this, "undoable");
  private Timer.Pending ticking = () -> {};

  UndoCountdown(VoucherDesk desk, Timer timer) {
    this.desk = desk;
    this.timer = timer;
  }

  void activate() {
    ticking.cancel();
    refresh();
    ticking = timer.every(TICK, this::refresh);
  }

  void deactivate() {
    ticking.cancel();
  }

  void refresh() {
    Optional<Duration> span = desk.undoLeft();
    undoable.set(span.isPresent());
    left.set(
        span.<Wording>map(time -> Wording.of("voucher.undo.left", new Wording.Span(time)))
            .orElse(Wording.none()));
  }

  ReadOnlyObjectProperty<Wording> leftProperty() {
    return left.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty undoableProperty() {
    return undoable.getReadOnlyProperty();
  }
}

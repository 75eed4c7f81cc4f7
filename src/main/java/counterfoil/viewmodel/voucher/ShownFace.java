package counterfoil.viewmodel.voucher;

import counterfoil.viewmodel.port.Timer;
import java.time.Duration;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * What the ticket shows, and for how long. A good verdict fades to ready, a bounce is a glimpse
 * over what was there before, all else stays; whatever comes next cuts what runs (V4, V22).
 */
final class ShownFace {
  private static final Duration FADE = Duration.ofSeconds(6);
  private static final Duration GLIMPSE = Duration.ofMillis(1_500);
  private static final Duration PATIENCE = Duration.ofMillis(200);

  private final Timer timer;
  private final Supplier<TicketFace.Stub> last;
  private final ReadOnlyObjectWrapper<TicketFace> face;
  private Timer.Pending pending = () -> {};
  private TicketFace beneath;
  private boolean glimpsing;
  private boolean fading;

  /** Ready, with {@code last} on its stub. */
  ShownFace(Timer timer, Supplier<TicketFace.Stub> last) {
    this.timer = timer;
    this.last = last;
    this.beneath = new TicketFace.Ready(last.get());
    this.face = new ReadOnlyObjectWrapper<>(this, "face", beneath);
  }

  ReadOnlyObjectProperty<TicketFace> property() {
    return face.getReadOnlyProperty();
  }

  TicketFace get() {
    return face.get();
  }

  /** A question was put: its waiting shows only when it lasts longer than a moment. */
  void await(TicketFace waiting) {
    pending.cancel();
    pending = timer.after(PATIENCE, () -> put(waiting, false));
  }

  /** Shows something for as long as it says. */
  void show(TicketFace now, ScanAnswer.Stay stay) {
    pending.cancel();
    switch (stay) {
      case UNTIL_NEXT -> put(now, false);
      case FADE -> put(now, true);
      case GLIMPSE -> glimpse(now);
    }
  }

  /** Says the same in other words; how long it stays does not change. */
  void reword(TicketFace now) {
    face.set(now);
  }

  /** Waits for the next customer. */
  void beReady() {
    show(new TicketFace.Ready(last.get()), ScanAnswer.Stay.UNTIL_NEXT);
  }

  private void put(TicketFace now, boolean fades) {
    glimpsing = false;
    fading = fades;
    face.set(now);
    if (fades) {
      pending = timer.after(FADE, this::beReady);
    }
  }

  /** Shows for a moment, beside the stub that is there, and then what was there before. */
  private void glimpse(TicketFace now) {
    TicketFace before = glimpsing ? beneath : face.get();
    beneath = before;
    glimpsing = true;
    face.set(now instanceof TicketFace.Verdict verdict ? verdict.with(before.stub()) : now);
    pending = timer.after(GLIMPSE, () -> put(before, fading));
  }
}

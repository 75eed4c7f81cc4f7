package counterfoil.sim;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The true time of a world: it stands until a step moves it. */
final class VirtualTime implements InstantSource {
  private Instant now;

  VirtualTime(Instant start) {
    now = start;
  }

  @Override
  public Instant instant() {
    return now;
  }

  long nanos() {
    return Duration.between(Instant.EPOCH, now).toNanos();
  }

  void pass(Duration time) {
    now = now.plus(time);
  }
}

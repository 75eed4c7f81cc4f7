package counterfoil.server.work;

import counterfoil.protocol.Problem;
import counterfoil.protocol.ProblemCode;
import counterfoil.server.store.SessionTable.Failures;
import counterfoil.server.store.Tables;
import counterfoil.server.store.Tx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Counts wrong passwords per user name and address: five within 15 minutes are answered, then
 * nobody signs in as this user from there for 15 minutes, not even with the right password. Tries
 * that run at the same time are counted one after the other.
 */
final class Lockout {
  private static final Duration WINDOW = Duration.ofMinutes(15);
  private static final int TRIES = 5;

  /** Under what tries are counted that belong to no tenant. */
  private static final String NOWHERE = "";

  private final InstantSource clock;

  Lockout(InstantSource clock) {
    this.clock = clock;
  }

  /** Why nobody may try now, or null. */
  @Nullable Problem locked(Tables tables, String who, String address) {
    return locked(tables.sessions().failures(who, address));
  }

  private @Nullable Problem locked(@Nullable Failures failures) {
    Instant now = clock.instant();
    Instant until = failures == null ? null : failures.lockedUntil();
    return until == null || !until.isAfter(now)
        ? null
        : Problem.of(ProblemCode.SIGN_IN_LOCKED)
            .with("retry_after", Math.max(1, Duration.between(now, until).toSeconds()));
  }

  /** Counts a wrong try, and says what to answer. */
  Problem wrong(Tables tables, String who, String address) {
    Instant now = clock.instant();
    Failures before = tables.sessions().lockFailures(who, address, now);
    Problem locked = locked(before);
    if (locked != null) {
      return locked;
    }
    boolean goesOn = before.lockedUntil() == null && !before.firstAt().plus(WINDOW).isBefore(now);
    long count = goesOn ? before.count() + 1 : 1;
    tables
        .sessions()
        .failures(
            who,
            address,
            new Failures(
                count, goesOn ? before.firstAt() : now, count >= TRIES ? now.plus(WINDOW) : null));
    return Problem.of(ProblemCode.SIGN_IN_FAILED).with("tries_left", Math.max(0, TRIES - count));
  }

  /** Counts a try at a tenant that is not there; old ones are forgotten with it. */
  Problem wrongNowhere(Tx tx, String who, String address) {
    Tables tables = tx.of(NOWHERE);
    Instant now = clock.instant();
    tables.sessions().forgetFailures(now.minus(WINDOW), now);
    return wrong(tables, who, address);
  }

  /** Forgets the wrong tries after a right one. */
  void right(Tables tables, String who, String address) {
    tables.sessions().forgetFailures(who, address);
  }
}

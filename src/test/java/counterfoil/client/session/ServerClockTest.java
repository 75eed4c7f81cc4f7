package counterfoil.client.session;

import static org.assertj.core.api.Assertions.assertThat;

import counterfoil.client.cache.Cache;
import counterfoil.client.cache.CacheOptions;
import counterfoil.client.cache.OpenResult;
import counterfoil.client.cache.VaultCost;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server's time on a PC whose clock somebody turns. */
final class ServerClockTest {
  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

  @TempDir Path folder;
  private Cache cache;
  private Instant pc = NOON;
  private long nanos;

  @BeforeEach
  void open() {
    var options = new CacheOptions(Runnable::run, new SecureRandom(), new VaultCost(64, 1, 1));
    cache = ((OpenResult.Opened) Cache.open(folder, options)).cache();
  }

  @AfterEach
  void close() {
    cache.close();
  }

  private ServerClock clock() {
    return new ServerClock(cache.clock(), () -> pc, () -> nanos);
  }

  @Test
  void goesOnByTheMonotonicClockWhenThePcsClockIsTurned() {
    ServerClock clock = clock();
    clock.heard(NOON);
    nanos += Duration.ofMinutes(1).toNanos();
    pc = NOON.minus(Duration.ofHours(5));
    assertThat(clock.instant()).isEqualTo(NOON.plus(Duration.ofMinutes(1)));
  }

  @Test
  void remembersTheServersOffsetInTheNextRun() {
    clock().heard(NOON.plus(Duration.ofMinutes(30)));
    pc = pc.plus(Duration.ofHours(1));
    assertThat(clock().instant()).isEqualTo(NOON.plus(Duration.ofMinutes(90)));
  }

  @Test
  void neverFallsBehindTheHighestTimeEverSeen() {
    clock().heard(NOON);
    pc = NOON.minus(Duration.ofDays(3));
    assertThat(clock().instant()).isEqualTo(NOON);
  }

  @Test
  void saysHowFarThePcsClockIsOff() {
    ServerClock clock = clock();
    clock.heard(NOON.plus(Duration.ofMinutes(2)));
    assertThat(clock.standing()).isEqualTo(ServerClock.Standing.RIGHT);
    clock.heard(NOON.plus(Duration.ofMinutes(2)).plusMillis(1));
    assertThat(clock.standing()).isEqualTo(ServerClock.Standing.OFF);
    clock.heard(NOON.minus(Duration.ofHours(2)));
    assertThat(clock.standing()).isEqualTo(ServerClock.Standing.TOO_FAR_OFF);
  }
}

package counterfoil.client.sync;

import java.time.Duration;

/**
 * How the engine paces itself.
 *
 * @param batchCommands most acts of one push
 * @param batchBytes most bytes of one push, below the server's limit of 1 MiB
 * @param firstPageRows rows of a page while fresh tables are filled
 * @param pageRows rows of a page otherwise
 * @param pollWithoutPokes how often to pull while no poke stream stands
 * @param pollWithPokes how often to pull all the same while one stands
 * @param slow latency from which the device works as if offline
 * @param firstWait least wait after a failure
 * @param longestWait most wait after many
 * @param keepRedeemed how long vouchers stay after their last redemption
 * @param keepAnswered how long answered acts stay at least
 */
public record SyncOptions(
    int batchCommands,
    long batchBytes,
    int firstPageRows,
    int pageRows,
    Duration pollWithoutPokes,
    Duration pollWithPokes,
    Duration slow,
    Duration firstWait,
    Duration longestWait,
    Duration keepRedeemed,
    Duration keepAnswered) {

  /** What suits a counter. */
  public static SyncOptions usual() {
    return new SyncOptions(
        500,
        900 << 10,
        5_000,
        1_000,
        Duration.ofSeconds(10),
        Duration.ofSeconds(60),
        Duration.ofMillis(1_500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(60),
        Duration.ofDays(30),
        Duration.ofDays(90));
  }
}

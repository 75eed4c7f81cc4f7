package counterfoil.client.work;

import counterfoil.domain.voucher.RiskBudget;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What may be served without the server, and what of it is used.
 *
 * @param limit the limits in force for this device
 * @param used what waits for the server
 * @param cacheAge time since the last complete pull; zero when there was none
 * @param until when serving without the server stops; null when nothing was pulled yet
 */
public record RiskStanding(
    RiskBudget limit, RiskBudget.Used used, Duration cacheAge, @Nullable Instant until) {}

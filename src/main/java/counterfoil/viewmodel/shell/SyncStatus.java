package counterfoil.viewmodel.shell;

import counterfoil.viewmodel.Wording;
import java.time.Duration;

/**
 * What the top bar always says (V33, V35).
 *
 * @param online whether the server answers
 * @param latency round trip to the server; zero while offline
 * @param offlineFor how long it has not answered; zero while online
 * @param cacheAge time since the last pull that went through
 * @param queue acts not yet uploaded
 * @param lastSuccess last successful exchange, in words
 * @param lastFailure last failed exchange and why, in words; may be empty
 */
public record SyncStatus(
    boolean online,
    Duration latency,
    Duration offlineFor,
    Duration cacheAge,
    long queue,
    Wording lastSuccess,
    Wording lastFailure) {}

package counterfoil.client.cache;

import java.time.Instant;
import java.util.Optional;

/**
 * How much still waits for the server (V35).
 *
 * @param waiting acts without an answer
 * @param oldest when the oldest of them was made
 */
public record QueueState(int waiting, Optional<Instant> oldest) {}

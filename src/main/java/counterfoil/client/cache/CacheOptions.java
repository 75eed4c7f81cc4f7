package counterfoil.client.cache;

import java.security.SecureRandom;
import java.util.concurrent.Executor;

/**
 * What the local store is given by the program.
 *
 * @param writer runs writes one after another; one thread in the program, inline in tests
 * @param random keys, nonces and salts
 * @param cost what one guess at a password costs
 */
public record CacheOptions(Executor writer, SecureRandom random, VaultCost cost) {}

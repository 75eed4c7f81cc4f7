package counterfoil.client.cache;

import counterfoil.protocol.Bytes;

/**
 * A place in the device's chain.
 *
 * @param seq 0 before the first act
 * @param hash h(seq), 32 bytes
 */
public record ChainPlace(long seq, Bytes hash) {}

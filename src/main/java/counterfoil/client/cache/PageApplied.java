package counterfoil.client.cache;

/**
 * What a page of the feed did.
 *
 * @param rows objects that are new or changed
 * @param tombstones objects that are gone
 * @param passedOver rows that this version of the program cannot read
 */
public record PageApplied(int rows, int tombstones, int passedOver) {}

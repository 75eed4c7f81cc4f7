/**
 * The exchange with the server: pushes acts, pulls the feed, starts over when the server says so.
 * Owns no thread, no clock and no socket; it steps when it is told to.
 *
 * <p>May use {@code client.cache}, {@code client.session}, {@code client.remote}, {@code protocol}
 * and {@code domain}. One thread steps at a time; what others may read says so.
 */
@NullMarked
package counterfoil.client.sync;

import org.jspecify.annotations.NullMarked;

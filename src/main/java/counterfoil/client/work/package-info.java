/**
 * What a screen can have done: each call decides with {@code domain} on the server's row with the
 * waiting acts on top, makes the act durable, and says in a sealed result what came of it.
 *
 * <p>May use the other client packages, {@code protocol} and {@code domain}; its signatures name
 * {@code domain} and this package alone, so that view models need nothing else. Calls block on the
 * disk and sometimes on the server: never call from the interface thread. All types are safe from
 * any thread.
 */
@NullMarked
package counterfoil.client.work;

import org.jspecify.annotations.NullMarked;

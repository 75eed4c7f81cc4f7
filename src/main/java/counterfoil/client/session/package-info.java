/**
 * Who works at this device: signing in with the server or without it, the tokens, locking and
 * unlocking, and the server's time. Owns no thread and no timer; the program calls it.
 *
 * <p>Depends on {@code client.cache}, {@code client.remote}, {@code protocol} and {@code domain}.
 * {@link counterfoil.client.session.Session} is safe from any thread; calls may block on the
 * network.
 */
@NullMarked
package counterfoil.client.session;

import org.jspecify.annotations.NullMarked;

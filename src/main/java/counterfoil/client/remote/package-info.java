/**
 * The server as the client sees it: a port, and its implementation over HTTP. Every failure is a
 * sealed result that says what to do next.
 *
 * <p>May use {@code protocol} and {@code domain}; the only package that knows okhttp. Calls block;
 * all types are safe from any thread.
 */
@NullMarked
package counterfoil.client.remote;

import org.jspecify.annotations.NullMarked;

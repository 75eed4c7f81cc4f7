/** Tests of signing in, locking and the server's time. */
@NullMarked
package counterfoil.client.session;

import org.jspecify.annotations.NullMarked;

/** Tests of the server's store. */
@NullMarked
package counterfoil.server.store;

import org.jspecify.annotations.NullMarked;

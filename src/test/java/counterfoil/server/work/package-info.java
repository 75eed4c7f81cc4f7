/** Tests of the server's use cases, on both stores. */
@NullMarked
package counterfoil.server.work;

import org.jspecify.annotations.NullMarked;

/** Tests of the exchange with the server, over a real line. */
@NullMarked
package counterfoil.client.sync;

import org.jspecify.annotations.NullMarked;

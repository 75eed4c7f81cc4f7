/** Tests of the server as the client sees it, over real HTTP. */
@NullMarked
package counterfoil.client.remote;

import org.jspecify.annotations.NullMarked;

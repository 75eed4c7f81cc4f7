/** Tests of what screens can have done, with the real store, engine, server and HTTP. */
@NullMarked
package counterfoil.client.work;

import org.jspecify.annotations.NullMarked;

/** Tests of the things on the counter. */
@NullMarked
package counterfoil.client.device;

import org.jspecify.annotations.NullMarked;

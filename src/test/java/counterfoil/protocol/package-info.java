/** The wire contract. */
@NullMarked
package counterfoil.protocol;

import org.jspecify.annotations.NullMarked;

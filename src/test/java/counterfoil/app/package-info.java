/** Tests of the command line and the wiring. */
@NullMarked
package counterfoil.app;

import org.jspecify.annotations.NullMarked;

/** Command line, wiring by hand and the tour; the only package that sees every other. */
@NullMarked
package counterfoil.app;

import org.jspecify.annotations.NullMarked;

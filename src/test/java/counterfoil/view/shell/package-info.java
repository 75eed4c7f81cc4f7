/** Tests of the frame as it is drawn. */
@NullMarked
package counterfoil.view.shell;

import org.jspecify.annotations.NullMarked;

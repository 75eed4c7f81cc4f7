/** Tests of the frame of every screen. */
@NullMarked
package counterfoil.viewmodel.shell;

import org.jspecify.annotations.NullMarked;

/** Tests of the views as they are laid out and drawn. */
@NullMarked
package counterfoil.view;

import org.jspecify.annotations.NullMarked;

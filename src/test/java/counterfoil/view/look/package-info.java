/** Tests of colours and fonts. */
@NullMarked
package counterfoil.view.look;

import org.jspecify.annotations.NullMarked;

/** Tests of texts and formats. */
@NullMarked
package counterfoil.view.text;

import org.jspecify.annotations.NullMarked;

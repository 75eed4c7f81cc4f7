/** Tests of what the screens say and do, without a toolkit. */
@NullMarked
package counterfoil.viewmodel;

import org.jspecify.annotations.NullMarked;

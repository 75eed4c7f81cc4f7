/** Amounts in the minor unit and rates in basis points; integers only. */
@NullMarked
package counterfoil.domain.money;

import org.jspecify.annotations.NullMarked;

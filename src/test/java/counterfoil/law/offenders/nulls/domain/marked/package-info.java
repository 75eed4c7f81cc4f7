/** A package as it should be. */
@NullMarked
package counterfoil.law.offenders.nulls.domain.marked;

import org.jspecify.annotations.NullMarked;

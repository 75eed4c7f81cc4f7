/** A package that says what it is for, and that null may be anywhere. */
@NullUnmarked
package counterfoil.law.offenders.nulls.domain.described;

import org.jspecify.annotations.NullUnmarked;

/**
 * Classes that break one law each, a tree of packages a law, laid out like the program. Those named
 * {@code Offending…} must be caught, those named {@code Lawful…} must not.
 */
@NullMarked
package counterfoil.law.offenders;

import org.jspecify.annotations.NullMarked;

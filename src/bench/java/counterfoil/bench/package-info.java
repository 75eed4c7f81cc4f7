/**
 * Benchmarks: one command each, machine-readable figures, each beside its named baseline in the
 * same run. Absolute times are noise on a shared machine; ratios are what counts.
 */
@NullMarked
package counterfoil.bench;

import org.jspecify.annotations.NullMarked;

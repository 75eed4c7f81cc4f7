/**
 * Speaks wordings in the language of the moment: bundles, money, dates, spans.
 *
 * <p>May use {@code viewmodel}, {@code view} and JavaFX. JavaFX application thread only.
 */
@NullMarked
package counterfoil.view.text;

import org.jspecify.annotations.NullMarked;

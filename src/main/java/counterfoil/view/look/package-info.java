/**
 * Fonts, theme and scale of a scene.
 *
 * <p>May use {@code viewmodel}, {@code view} and JavaFX. JavaFX application thread only.
 */
@NullMarked
package counterfoil.view.look;

import org.jspecify.annotations.NullMarked;

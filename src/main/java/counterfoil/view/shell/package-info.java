/**
 * The window, its navigation and top bar, sign-in, first run, settings, inbox, help and faults.
 *
 * <p>May use {@code viewmodel}, {@code view} and JavaFX. JavaFX application thread only.
 */
@NullMarked
package counterfoil.view.shell;

import org.jspecify.annotations.NullMarked;

/**
 * What a view model needs from the desktop, as small interfaces: dialogs, navigation, background
 * work, timers, sound, clipboard. The views implement them; tests pass doubles that act at once.
 *
 * <p>May use {@code viewmodel} and {@code domain}. Called on the interface thread unless a method
 * says otherwise.
 */
@NullMarked
package counterfoil.viewmodel.port;

import org.jspecify.annotations.NullMarked;

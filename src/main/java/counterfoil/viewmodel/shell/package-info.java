/**
 * The frame of every screen: first run, sign-in, navigation, connection, preferences, inbox,
 * faults.
 *
 * <p>May use {@code client.work}, {@code domain}, {@code viewmodel} and its ports, {@code
 * javafx.beans} and {@code javafx.collections}. Interface thread only.
 */
@NullMarked
package counterfoil.viewmodel.shell;

import org.jspecify.annotations.NullMarked;

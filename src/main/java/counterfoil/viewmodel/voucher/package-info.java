/**
 * What the voucher screen shows and does.
 *
 * <p>May use {@code client.work}, {@code domain}, {@code viewmodel} and its ports, {@code
 * javafx.beans} and {@code javafx.collections}. Interface thread only.
 */
@NullMarked
package counterfoil.viewmodel.voucher;

import org.jspecify.annotations.NullMarked;

/**
 * The screen on which vouchers are redeemed and looked up.
 *
 * <p>May use {@code viewmodel}, {@code view} and JavaFX. JavaFX application thread only.
 */
@NullMarked
package counterfoil.view.voucher;

import org.jspecify.annotations.NullMarked;

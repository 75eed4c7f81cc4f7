/** Tests of the voucher screen's words and acts. */
@NullMarked
package counterfoil.viewmodel.voucher;

import org.jspecify.annotations.NullMarked;

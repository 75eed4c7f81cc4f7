/** Tests of the voucher screen as it is drawn. */
@NullMarked
package counterfoil.view.voucher;

import org.jspecify.annotations.NullMarked;

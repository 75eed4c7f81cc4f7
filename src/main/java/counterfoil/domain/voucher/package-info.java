/**
 * Vouchers: codes, terms, redemption and undo (VO-1 … VO-12). The decision functions here run
 * twice: on the client, where their answer is provisional, and in the server's writer, where it
 * binds.
 */
@NullMarked
package counterfoil.domain.voucher;

import org.jspecify.annotations.NullMarked;

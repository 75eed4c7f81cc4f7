package counterfoil.client.cache;

import counterfoil.domain.voucher.Redemption;
import counterfoil.protocol.VoucherRow;
import java.util.Optional;

/**
 * A redemption as screens see it.
 *
 * @param redemption what was redeemed, where, by whom; undone also when an undo still waits
 * @param waiting true while the server has not answered the act or its undo: shown as provisional
 * @param atRisk true when the goods were handed over without the server's word and none has come
 * @param voucher what the voucher was, where this device knows it
 */
public record CachedRedemption(
    Redemption redemption, boolean waiting, boolean atRisk, Optional<VoucherRow> voucher) {}

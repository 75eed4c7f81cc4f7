package counterfoil.client.cache;

import counterfoil.domain.voucher.Voucher;
import counterfoil.protocol.VoucherRow;

/**
 * A voucher as screens see it: the server's row with this device's waiting acts on top.
 *
 * @param version version of the server's row
 * @param row what the server last said of it
 * @param voucher its terms and what is left of it, waiting acts included: what decisions rest on
 * @param waiting true when a waiting act is part of it
 */
public record CachedVoucher(long version, VoucherRow row, Voucher voucher, boolean waiting) {
  /** The voucher's id. */
  public String id() {
    return voucher.id();
  }
}

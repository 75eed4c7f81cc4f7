package counterfoil.viewmodel.voucher;

import counterfoil.domain.voucher.Redemption;
import counterfoil.domain.voucher.Voucher;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A voucher as this device knows it, for the person at the counter.
 *
 * @param voucher terms and state
 * @param valueFen what one use is worth, or the whole of a stored value
 * @param buyer masked name, null where the role may not see it
 * @param phoneTail last four digits, null where the role may not see them
 * @param order order number, null when not known
 * @param uses its redemptions that were not undone, newest first
 */
public record SeenVoucher(
    Voucher voucher,
    long valueFen,
    @Nullable String buyer,
    @Nullable String phoneTail,
    @Nullable String order,
    List<Redemption> uses) {
  /** Copies the list. */
  public SeenVoucher {
    uses = List.copyOf(uses);
  }
}

package counterfoil.client.work;

import counterfoil.domain.money.Money;
import counterfoil.domain.voucher.Redemption;
import counterfoil.domain.voucher.Voucher;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A voucher for the person at the counter, waiting acts included. Its text shows nothing of a
 * person or code.
 *
 * @param voucher terms and what is left of it
 * @param good the good's name; its id where the name is not known here
 * @param code the code in groups, as scanned; only its tail, with dots before it, where this device
 *     was not given the whole
 * @param price what the buyer paid for one use, or the whole of a stored value, in fen
 * @param buyer masked name, null where not known or not to be seen
 * @param phoneTail last four digits, null where not known or not to be seen
 * @param order number of the order, null where not known
 * @param history its redemptions that this device knows, newest first, undone ones included
 * @param waiting true while an act on it waits for the server
 */
public record VoucherCard(
    Voucher voucher,
    String good,
    String code,
    Money price,
    @Nullable String buyer,
    @Nullable String phoneTail,
    @Nullable String order,
    List<Redemption> history,
    boolean waiting) {

  /** Copies the list. */
  public VoucherCard {
    history = List.copyOf(history);
  }

  @Override
  public String toString() {
    return "VoucherCard[" + voucher.id() + "]";
  }
}

package counterfoil.domain.voucher;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A voucher's terms and state, as far as a decision needs them; the code itself is never here.
 *
 * @param id voucher id
 * @param good what it is for
 * @param kind who redeems it (VO-2, VO-3)
 * @param worth what is left of it
 * @param standing whether the seller stopped it
 * @param validity its days
 * @param stores the stores it is taken in; never empty for internal goods
 * @param guessable true when its code has under 50 bits, so that it is never redeemed offline
 * @param holder who alone may redeem it now
 * @param last its last redemption that was not undone, for "already redeemed: when, where, by whom"
 */
public record Voucher(
    String id,
    String good,
    Kind kind,
    Worth worth,
    Standing standing,
    Validity validity,
    Set<String> stores,
    boolean guessable,
    Holder holder,
    @Nullable Redemption last) {

  /** Copies the set. */
  public Voucher {
    stores = Set.copyOf(stores);
  }

  /** The same voucher with another worth and last redemption. */
  public Voucher with(Worth left, @Nullable Redemption lastRedemption) {
    return new Voucher(
        id, good, kind, left, standing, validity, stores, guessable, holder, lastRedemption);
  }

  /** The same voucher with another standing. */
  public Voucher with(Standing next) {
    return new Voucher(id, good, kind, worth, next, validity, stores, guessable, holder, last);
  }

  /** Who redeems a voucher. */
  public enum Kind {
    /** The supplier, in the application or on a desktop (VO-2). */
    INTERNAL,
    /** An outside system, which reports what it redeemed (VO-3). */
    EXTERNAL
  }
}

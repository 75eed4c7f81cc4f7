package counterfoil.client.work;

import counterfoil.domain.voucher.VoucherRefusal;
import java.time.Duration;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** What a look without redeeming found (V15). It reads the cache and changes nothing. */
public sealed interface LookUp {

  /**
   * This device knows the voucher.
   *
   * @param card the voucher
   * @param refusal why it would be refused here and now; null when it would be redeemed
   * @param age how old the server's word is
   */
  record Found(VoucherCard card, @Nullable VoucherRefusal refusal, Duration age)
      implements LookUp {}

  /**
   * This device does not know it: it is of another store, or there is none.
   *
   * @param age how old the server's word is
   */
  record NotKnown(Duration age) implements LookUp {}

  /**
   * The check character does not fit, or no code looks like this (V14).
   *
   * @param position the wrong character, counted from 0 in the normalised code, where it is known
   */
  record Mistyped(OptionalInt position) implements LookUp {}
}

package counterfoil.law.offenders.cycles.ledger;

import counterfoil.law.offenders.cycles.voucher.OffendingVoucher;
import java.util.Optional;

/** The other half of a cycle. */
public final class OffendingEntry {
  private Optional<OffendingVoucher> voucher = Optional.empty();

  /** Turns the arrow round. */
  public OffendingEntry of(OffendingVoucher value) {
    voucher = Optional.of(value);
    return this;
  }

  @Override
  public String toString() {
    return voucher.toString();
  }
}

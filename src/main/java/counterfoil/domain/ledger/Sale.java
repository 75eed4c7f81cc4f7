package counterfoil.domain.ledger;

import counterfoil.domain.money.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A paid voucher order, as far as its settlement goes.
 *
 * @param order order id
 * @param supplier who supplies the good; a sub-merchant in a mall
 * @param distributor who sold it, or null when the supplier did
 * @param retail what the buyer paid
 * @param supply what the distributor owes the supplier (VO-1); not used without a distributor
 * @param deliveredAt when the voucher was delivered, t0 of VO-4, UTC
 */
public record Sale(
    String order,
    String supplier,
    @Nullable String distributor,
    Money retail,
    Money supply,
    Instant deliveredAt) {

  /** Rejects prices below zero and a mix of currencies. */
  public Sale {
    if (retail.amount() < 0 || supply.amount() < 0) {
      throw new IllegalArgumentException("a price below zero");
    }
    if (!retail.currency().equals(supply.currency())) {
      throw new IllegalArgumentException("prices in two currencies");
    }
  }
}

package counterfoil.domain.ledger;

import counterfoil.domain.money.Money;

/**
 * What a posting adds to one account.
 *
 * @param account which
 * @param amount how much more, negative for less
 */
public record Entry(Account account, Money amount) {

  /** The same on the other side. */
  public Entry negated() {
    return new Entry(account, amount.negated());
  }
}

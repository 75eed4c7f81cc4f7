package counterfoil.domain.voucher;

import counterfoil.domain.money.Money;

/** How much of a voucher one redemption takes. */
public sealed interface Take {

  /**
   * A number of uses.
   *
   * @param uses at least 1
   */
  record Uses(int uses) implements Take {
    /** Rejects a redemption of nothing. */
    public Uses {
      if (uses < 1) {
        throw new IllegalArgumentException("uses " + uses);
      }
    }
  }

  /**
   * A part of a stored value.
   *
   * @param amount more than zero
   */
  record Amount(Money amount) implements Take {
    /** Rejects a redemption of nothing. */
    public Amount {
      if (amount.amount() < 1) {
        throw new IllegalArgumentException("amount " + amount);
      }
    }
  }
}

package counterfoil.domain.voucher;

import counterfoil.domain.money.Money;

/** What a voucher is still good for: a number of uses, or an amount that is spent in parts. */
public sealed interface Worth {

  /** True when nothing is left to redeem. */
  boolean spent();

  /** True when nothing was redeemed yet. */
  boolean untouched();

  /**
   * What a part of it is worth: a use its share of the price, half up to the fen; of stored value
   * what is taken.
   *
   * @param price what the buyer paid for all of it, zero or more
   */
  Money of(Take part, Money price);

  /**
   * A voucher that is redeemed a number of times (VO-8).
   *
   * @param total uses it was issued with, at least 1
   * @param left uses not yet redeemed, 0 to {@code total}
   */
  record Uses(int total, int left) implements Worth {
    /** Rejects counts that cannot be. */
    public Uses {
      if (total < 1 || left < 0 || left > total) {
        throw new IllegalArgumentException("uses " + left + " of " + total);
      }
    }

    @Override
    public boolean spent() {
      return left == 0;
    }

    @Override
    public boolean untouched() {
      return left == total;
    }

    @Override
    public Money of(Take part, Money price) {
      return switch (part) {
        case Take.Uses(int uses) -> {
          long twice = price.times(2L * uses).amount();
          yield new Money(Math.floorDiv(twice + total, 2L * total), price.currency());
        }
        case Take.Amount(Money amount) -> amount;
      };
    }
  }

  /**
   * Stored value.
   *
   * @param total amount it was issued with, more than zero
   * @param left amount not yet redeemed, zero to {@code total}
   */
  record Value(Money total, Money left) implements Worth {
    /** Rejects amounts that cannot be. */
    public Value {
      if (total.amount() < 1 || left.amount() < 0 || left.compareTo(total) > 0) {
        throw new IllegalArgumentException("value " + left + " of " + total);
      }
    }

    @Override
    public boolean spent() {
      return left.amount() == 0;
    }

    @Override
    public boolean untouched() {
      return left.equals(total);
    }

    @Override
    public Money of(Take part, Money price) {
      return switch (part) {
        case Take.Amount(Money amount) -> amount;
        case Take.Uses _ -> price;
      };
    }
  }
}

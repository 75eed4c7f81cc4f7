package counterfoil.domain.voucher;

import static org.assertj.core.api.Assertions.assertThat;

import counterfoil.domain.money.Money;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** What a part of a voucher is worth (V26, V27, V37). */
final class WorthTest {
  private static final Money PRICE = Money.fen(299_00);

  @Test
  void aUseOfTenIsATenthOfThePrice() {
    assertThat(new Worth.Uses(10, 7).of(new Take.Uses(1), PRICE)).isEqualTo(Money.fen(29_90));
    assertThat(new Worth.Uses(10, 7).of(new Take.Uses(3), PRICE)).isEqualTo(Money.fen(89_70));
  }

  @Test
  void halfAFenCountsAsOne() {
    assertThat(new Worth.Uses(2, 2).of(new Take.Uses(1), Money.fen(101))).isEqualTo(Money.fen(51));
    assertThat(new Worth.Uses(3, 3).of(new Take.Uses(1), Money.fen(100))).isEqualTo(Money.fen(33));
  }

  @Test
  void aPartOfStoredValueIsWorthWhatItSaysWhateverWasPaid() {
    Worth value = new Worth.Value(Money.fen(500_00), Money.fen(412_00));

    assertThat(value.of(new Take.Amount(Money.fen(88_00)), Money.fen(450_00)))
        .isEqualTo(Money.fen(88_00));
  }

  @Property
  void allUsesTogetherAreWorthThePriceAndOneIsWithinHalfAFenOfItsShare(
      @ForAll @IntRange(min = 1, max = 1_000) int total,
      @ForAll @LongRange(min = 0, max = 100_000_000_00L) long price) {
    Worth worth = new Worth.Uses(total, total);

    assertThat(worth.of(new Take.Uses(total), Money.fen(price))).isEqualTo(Money.fen(price));
    long one = worth.of(new Take.Uses(1), Money.fen(price)).amount();
    assertThat(Math.abs(2 * (one * total - price))).isLessThanOrEqualTo(total);
  }
}

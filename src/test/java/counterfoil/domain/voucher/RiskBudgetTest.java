package counterfoil.domain.voucher;

import static counterfoil.domain.voucher.SampleVoucher.guessable;
import static counterfoil.domain.voucher.SampleVoucher.uses;
import static counterfoil.domain.voucher.SampleVoucher.value;
import static org.assertj.core.api.Assertions.assertThat;

import counterfoil.domain.money.Money;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may be handed over without the server's word: 200.00, 2 000.00, 50 items, 24 hours. */
final class RiskBudgetTest {

  private static final RiskBudget USUAL = RiskBudget.usual();

  @ParameterizedTest
  @CsvSource({
    "0, 0, 20000, 86400, within",
    "0, 0, 20001, 86400, PER_ITEM",
    "0, 0, 20000, 86401, OFFLINE_TOO_LONG",
    "180000, 9, 20000, 0, within",
    "180001, 9, 20000, 0, SUM",
    "4900, 49, 100, 0, within",
    "5000, 50, 100, 0, NUMBER"
  })
  void isKeptToTheFenTheItemAndTheSecond(
      long sum, int number, long item, long seconds, String outcome) {
    RiskBudget.Used used = new RiskBudget.Used(Money.fen(sum), number);
    assertThat(outcome(uses(1), used, item, seconds)).isEqualTo(outcome);
  }

  @Test
  void isNeverForStoredValueNorForCodesThatCanBeGuessed() {
    RiskBudget.Used nothing = RiskBudget.Used.nothing();
    assertThat(outcome(value(100), nothing, 1, 0)).isEqualTo("STORED_VALUE");
    assertThat(outcome(guessable(uses(1)), nothing, 1, 0)).isEqualTo("GUESSABLE");
  }

  @Test
  void ofNothingAllowsNothing() {
    assertThat(
            RiskBudget.none()
                .decide(uses(1), RiskBudget.Used.nothing(), Money.fen(0), Duration.ZERO))
        .isEqualTo(new RiskBudget.Beyond(RiskBudget.Limit.NUMBER));
  }

  @Property
  @Label("is never overdrawn, whatever is handed over in whatever order")
  void isNeverOverdrawn(@ForAll @Size(max = 200) List<@IntRange(max = 30_000) Integer> items) {
    RiskBudget.Used used = RiskBudget.Used.nothing();
    for (int item : items) {
      if (USUAL.decide(uses(1), used, Money.fen(item), Duration.ZERO)
          instanceof RiskBudget.Within(RiskBudget.Used after)) {
        assertThat(item).isLessThanOrEqualTo(200_00);
        used = after;
      }
      assertThat(used.sum().amount()).isLessThanOrEqualTo(2_000_00);
      assertThat(used.number()).isLessThanOrEqualTo(50);
    }
  }

  private static String outcome(Voucher voucher, RiskBudget.Used used, long item, long seconds) {
    return switch (USUAL.decide(voucher, used, Money.fen(item), Duration.ofSeconds(seconds))) {
      case RiskBudget.Within(RiskBudget.Used after) -> {
        assertThat(after.number()).isEqualTo(used.number() + 1);
        yield "within";
      }
      case RiskBudget.Beyond(RiskBudget.Limit limit) -> limit.name();
    };
  }
}

package counterfoil.viewmodel.voucher;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An amount is taken as it was meant, or not at all (V27). */
final class AmountTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "88|8800",
        "88.5|8850",
        "88.|8800",
        ".05|5",
        "¥ 1,234.50|123450",
        "￥１，２３４．５０|123450",
        "８８。５|8850",
        "12元|1200",
        "1,234,567|123456700"
      })
  void readsWhatPeopleType(String typed, long fen) {
    assertThat(AmountText.fen(typed)).hasValue(fen);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0",
        "0.00",
        "-5",
        "12,5",
        "1,23",
        "1.234",
        "1.2.3",
        "8e2",
        "K7QM",
        "12345678901",
        "1,234567",
        "+5",
        "，",
        "5 7x"
      })
  void takesNothingThatIsDoubtful(String typed) {
    assertThat(AmountText.fen(typed)).isEmpty();
  }

  @Property
  void readsEveryAmountThatItIsShown(@ForAll @LongRange(min = 1, max = 99_999_999_999L) long fen) {
    String plain = "%d.%02d".formatted(fen / 100, fen % 100);

    assertThat(AmountText.fen(plain)).hasValue(fen);
  }
}

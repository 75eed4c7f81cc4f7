package counterfoil.domain.voucher;

import static counterfoil.domain.voucher.SampleVoucher.external;
import static counterfoil.domain.voucher.SampleVoucher.held;
import static counterfoil.domain.voucher.SampleVoucher.uses;
import static counterfoil.domain.voucher.SampleVoucher.valid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The one word for a voucher in lists and on the wire. */
@DisplayName("The state of a voucher")
final class VoucherStateTest {

  static Stream<Arguments> states() {
    Holder leased = new Holder.Leased("d1", "l1");
    return Stream.of(
        arguments("redeemable", uses(1)),
        arguments("redeemable", valid("2026-11-24", "2026-11-24")),
        arguments("expired", valid(null, "2026-11-23")),
        arguments("not_yet_valid", valid("2026-11-25", null)),
        arguments("redeemed", uses(0)),
        arguments("frozen", uses(1).with(Standing.FROZEN)),
        arguments("refunded", uses(1).with(Standing.REFUNDED)),
        arguments("refunded", external(uses(1)).with(Standing.REFUNDED)),
        arguments("external", external(uses(1))),
        arguments("redeemed", external(uses(0))),
        arguments("leased", held(uses(1), leased)),
        arguments("redeemed", held(uses(0), leased)),
        arguments("lost", held(uses(1), new Holder.Lost("d1", "l1"))));
  }

  @ParameterizedTest
  @MethodSource("states")
  void followsFromTheVoucherAndTheDay(String word, Voucher voucher) {
    VoucherState state = VoucherState.of(voucher, LocalDate.of(2026, 11, 24));
    assertThat(state.wire()).isEqualTo(word);
    assertThat(VoucherState.ofWire(word)).contains(state);
  }

  @Test
  void ofANewerServerIsNotGuessed() {
    assertThat(VoucherState.ofWire("evaporated")).isEmpty();
  }
}

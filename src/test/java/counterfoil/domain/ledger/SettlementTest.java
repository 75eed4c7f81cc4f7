package counterfoil.domain.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import counterfoil.domain.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** VO-4, and the double entry beneath it. */
final class SettlementTest {

  private static final Instant T0 = Instant.parse("2026-11-01T02:30:00Z");
  private static final Instant DUE = Instant.parse("2026-11-08T02:30:00Z");
  private static final Account RECEIVED = Account.of(Account.Kind.RECEIVED);
  private static final Account HELD = Account.of(Account.Kind.BUYERS_MONEY_HELD);
  private static final Account WAITING = Account.of(Account.Kind.NOT_WITHDRAWABLE, "supplier");
  private static final Account FREE = Account.of(Account.Kind.WITHDRAWABLE, "supplier");
  private static final Account COMMISSION = Account.of(Account.Kind.COMMISSION, "distributor");

  @Test
  @DisplayName("VO-4 a: redeemed by t0 + 7 × 24 h, settled then, withdrawable 7 × 24 h later")
  void settlesAtTheFirstRedemption() {
    Sale sale = sale("distributor", 100_00, 80_00);
    Settlement.Term term = Settlement.byRedemption(sale, DUE, Settlement.WITHDRAWABLE_AFTER);
    assertThat(term).isEqualTo(new Settlement.Term(DUE, DUE.plus(Duration.ofDays(7))));
    List<Posting> postings = new ArrayList<>();
    postings.add(Settlement.payment("p1", sale));
    postings.add(Settlement.settle("p2", sale, term));
    assertThat(Posting.balances(postings))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                RECEIVED, Money.fen(-100_00),
                WAITING, Money.fen(80_00),
                COMMISSION, Money.fen(20_00)));
    postings.add(Settlement.release("p3", sale, term));
    assertThat(Posting.balances(postings))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                RECEIVED, Money.fen(-100_00),
                FREE, Money.fen(80_00),
                COMMISSION, Money.fen(20_00)));
  }

  @Test
  @DisplayName("VO-4 b: a millisecond later it was settled by itself, withdrawable at once")
  void settlesByItself() {
    Sale sale = sale("distributor", 100_00, 80_00);
    Settlement.Term late =
        Settlement.byRedemption(sale, DUE.plusMillis(1), Settlement.WITHDRAWABLE_AFTER);
    assertThat(late).isEqualTo(Settlement.byItself(sale));
    assertThat(late).isEqualTo(new Settlement.Term(DUE, DUE));
    assertThat(Posting.balances(List.of(Settlement.settle("p2", sale, late))))
        .containsEntry(FREE, Money.fen(80_00))
        .doesNotContainKey(WAITING);
  }

  @Test
  @DisplayName("TZ-2 seven days are 7 × 24 hours, also where clocks change in between")
  void countsHours() {
    assertThat(Duration.between(T0, Settlement.dueAt(sale(null, 1, 1))).toHours()).isEqualTo(168);
  }

  @Test
  void givesASupplierThatSoldItselfTheWholePrice() {
    Sale sale = sale(null, 100_00, 80_00);
    assertThat(Posting.balances(List.of(Settlement.settle("p", sale, Settlement.byItself(sale)))))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(HELD, Money.fen(-100_00), FREE, Money.fen(100_00)));
  }

  @Test
  void rejectsAPostingThatDoesNotSumToZeroInEachCurrency() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> posting(entry(HELD, 1, "CNY"), entry(FREE, -2, "CNY")))
        .withMessageContaining("CNY");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> posting(entry(HELD, 1, "CNY"), entry(FREE, -1, "EUR")));
    assertThatIllegalArgumentException().isThrownBy(() -> posting(entry(HELD, 0, "CNY")));
  }

  @Test
  void rejectsAnAccountWithAPartyTooManyOrTooFew() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Account.of(Account.Kind.BUYERS_MONEY_HELD, "supplier"));
    assertThatIllegalArgumentException().isThrownBy(() -> Account.of(Account.Kind.WITHDRAWABLE));
    for (Account.Kind kind : Account.Kind.values()) {
      assertThat(Account.Kind.ofWire(kind.wire())).contains(kind);
    }
  }

  @Property
  @Label("whatever is paid, settled, released, refunded or reversed, all accounts sum to zero")
  void sumsToZero(
      @ForAll @LongRange(max = 10_000_000_00L) long retail,
      @ForAll @LongRange(max = 10_000_000_00L) long supply,
      @ForAll boolean distributed,
      @ForAll @LongRange(max = 14 * 86_400L) long redeemedAfter,
      @ForAll boolean undone) {
    Sale sale = sale(distributed ? "distributor" : null, retail, supply);
    Settlement.Term term =
        Settlement.byRedemption(sale, T0.plusSeconds(redeemedAfter), Settlement.WITHDRAWABLE_AFTER);
    List<Posting> postings = new ArrayList<>();
    postings.add(Settlement.payment("p1", sale));
    postings.add(Settlement.settle("p2", sale, term));
    assertThat(sum(postings)).isZero();
    if (undone) {
      Map<Account, Money> before = Posting.balances(postings.subList(0, 1));
      postings.add(postings.get(1).reversed("p3", term.at()));
      assertThat(Posting.balances(postings)).isEqualTo(before);
      assertThat(postings.getLast().reverses()).isEqualTo("p2");
      postings.add(Settlement.refund("p4", sale, term.at()));
      assertThat(Posting.balances(postings)).isEmpty();
    } else if (!term.atOnce()) {
      postings.add(Settlement.release("p3", sale, term));
      assertThat(Posting.balances(postings)).doesNotContainKey(WAITING);
    }
    assertThat(sum(postings)).isZero();
    assertThat(Posting.balances(postings).getOrDefault(HELD, Money.fen(0))).isEqualTo(Money.fen(0));
  }

  private static long sum(List<Posting> postings) {
    return Posting.balances(postings).values().stream().mapToLong(Money::amount).sum();
  }

  private static Sale sale(@Nullable String distributor, long retail, long supply) {
    return new Sale("o1", "supplier", distributor, Money.fen(retail), Money.fen(supply), T0);
  }

  private static Entry entry(Account account, long amount, String currency) {
    return new Entry(account, new Money(amount, currency));
  }

  private static Posting posting(Entry... entries) {
    return new Posting("p", Posting.Kind.PAYMENT, "o1", T0, null, List.of(entries));
  }
}

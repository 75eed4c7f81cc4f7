package counterfoil.domain.ledger;

import counterfoil.domain.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Settles voucher orders (VO-4), counted from delivery t0:
 *
 * <ul>
 *   <li>(a) first redeemed at t ≤ t0 + 7 × 24 h: settled at t, withdrawable at t + 7 × 24 h;
 *   <li>(b) else settled at t0 + 7 × 24 h and withdrawable at once.
 * </ul>
 *
 * <p>An order settles once; the caller asks only for an order that is not settled. The supplier
 * gets the supply price, the distributor the rest as commission, which is negative when the good
 * was sold below cost (GR-6 warns of it). Days are 24 hours (TZ-2).
 */
public final class Settlement {

  /** How long a buyer has until receipt is confirmed by itself. */
  public static final Duration CONFIRMED_AFTER = Duration.ofDays(7);

  /** The usual time between a redemption and the day its money may be asked for (policy field). */
  public static final Duration WITHDRAWABLE_AFTER = Duration.ofDays(7);

  private Settlement() {}

  /**
   * How an order is settled.
   *
   * @param at when it counts as settled, UTC
   * @param withdrawableAt when its money may be asked for, UTC; never before {@code at}
   */
  public record Term(Instant at, Instant withdrawableAt) {
    /** Whether the money may be asked for as soon as it is settled. */
    public boolean atOnce() {
      return at.equals(withdrawableAt);
    }
  }

  /** When the order is settled by itself, unless it was redeemed before: t0 + 7 × 24 h. */
  public static Instant dueAt(Sale sale) {
    return sale.deliveredAt().plus(CONFIRMED_AFTER);
  }

  /**
   * The term of an order that is first redeemed at {@code redeemedAt}.
   *
   * @param wait from redemption to withdrawable, {@link #WITHDRAWABLE_AFTER} unless the policy says
   *     otherwise
   */
  public static Term byRedemption(Sale sale, Instant redeemedAt, Duration wait) {
    return redeemedAt.isAfter(dueAt(sale))
        ? byItself(sale)
        : new Term(redeemedAt, redeemedAt.plus(wait));
  }

  /** The term of an order that nobody redeemed within 7 × 24 h. */
  public static Term byItself(Sale sale) {
    return new Term(dueAt(sale), dueAt(sale));
  }

  /** The buyer's money comes in and is held. */
  public static Posting payment(String id, Sale sale) {
    return new Posting(
        id,
        Posting.Kind.PAYMENT,
        sale.order(),
        sale.deliveredAt(),
        null,
        List.of(
            new Entry(Account.of(Account.Kind.RECEIVED), sale.retail().negated()),
            new Entry(Account.of(Account.Kind.BUYERS_MONEY_HELD), sale.retail())));
  }

  /** The buyer's money goes back before the order was settled (VO-7). */
  public static Posting refund(String id, Sale sale, Instant at) {
    return new Posting(
        id,
        Posting.Kind.REFUND,
        sale.order(),
        at,
        null,
        List.of(
            new Entry(Account.of(Account.Kind.BUYERS_MONEY_HELD), sale.retail().negated()),
            new Entry(Account.of(Account.Kind.RECEIVED), sale.retail())));
  }

  /** The held money goes to the supplier and the distributor, in one posting. */
  public static Posting settle(String id, Sale sale, Term term) {
    Account.Kind into = term.atOnce() ? Account.Kind.WITHDRAWABLE : Account.Kind.NOT_WITHDRAWABLE;
    List<Entry> entries = new ArrayList<>();
    entries.add(new Entry(Account.of(Account.Kind.BUYERS_MONEY_HELD), sale.retail().negated()));
    entries.add(new Entry(Account.of(into, sale.supplier()), supplierGets(sale)));
    if (sale.distributor() != null) {
      entries.add(
          new Entry(
              Account.of(Account.Kind.COMMISSION, sale.distributor()),
              sale.retail().minus(sale.supply())));
    }
    return new Posting(id, Posting.Kind.SETTLEMENT, sale.order(), term.at(), null, entries);
  }

  /** What was settled may now be asked for; made once, unless the term was at once. */
  public static Posting release(String id, Sale sale, Term term) {
    Money amount = supplierGets(sale);
    return new Posting(
        id,
        Posting.Kind.RELEASE,
        sale.order(),
        term.withdrawableAt(),
        null,
        List.of(
            new Entry(Account.of(Account.Kind.NOT_WITHDRAWABLE, sale.supplier()), amount.negated()),
            new Entry(Account.of(Account.Kind.WITHDRAWABLE, sale.supplier()), amount)));
  }

  private static Money supplierGets(Sale sale) {
    return sale.distributor() == null ? sale.retail() : sale.supply();
  }
}

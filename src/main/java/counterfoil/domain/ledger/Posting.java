package counterfoil.domain.ledger;

import counterfoil.domain.money.Money;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Entries that belong together and sum to zero in every currency. Never changed, never deleted: a
 * mistake is answered by a reversal.
 *
 * @param id posting id
 * @param kind why it was made
 * @param order the order it is about
 * @param at when it counts from, UTC
 * @param reverses id of the posting that this one takes back, or null
 * @param entries at least two
 */
public record Posting(
    String id,
    Kind kind,
    String order,
    Instant at,
    @Nullable String reverses,
    List<Entry> entries) {

  /** Rejects entries that do not sum to zero, and a reversal of nothing. */
  public Posting {
    entries = List.copyOf(entries);
    if (entries.size() < 2) {
      throw new IllegalArgumentException("entries " + entries.size());
    }
    if ((kind == Kind.REVERSAL) != (reverses != null)) {
      throw new IllegalArgumentException(kind + " that reverses " + reverses);
    }
    sums(entries)
        .forEach(
            (currency, sum) -> {
              if (sum != 0) {
                throw new IllegalArgumentException(currency + " does not sum to zero: " + sum);
              }
            });
  }

  /** Why a posting was made. */
  public enum Kind {
    /** A buyer's money came in. */
    PAYMENT,
    /** An order was settled (VO-4). */
    SETTLEMENT,
    /** What was settled may be asked for. */
    RELEASE,
    /** A buyer gets the money back (VO-5). */
    REFUND,
    /** Another posting is taken back. */
    REVERSAL;

    /** The name in the store. */
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * The posting that takes this one back.
   *
   * @param reversal its id
   * @param when when it counts from, UTC
   */
  public Posting reversed(String reversal, Instant when) {
    return new Posting(
        reversal, Kind.REVERSAL, order, when, id, entries.stream().map(Entry::negated).toList());
  }

  /** The balances that postings make, account by account; what is at zero is left out. */
  public static Map<Account, Money> balances(List<Posting> postings) {
    Map<Account, Money> balances = new HashMap<>();
    for (Posting posting : postings) {
      for (Entry entry : posting.entries()) {
        balances.merge(entry.account(), entry.amount(), Money::plus);
      }
    }
    balances.values().removeIf(balance -> balance.amount() == 0);
    return Map.copyOf(balances);
  }

  private static Map<String, Long> sums(List<Entry> entries) {
    Map<String, Long> sums = new HashMap<>();
    for (Entry entry : entries) {
      sums.merge(entry.amount().currency(), entry.amount().amount(), Math::addExact);
    }
    return sums;
  }
}

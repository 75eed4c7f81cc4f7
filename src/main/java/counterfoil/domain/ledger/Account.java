package counterfoil.domain.ledger;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One account of the chart. A positive balance is money that is there for the purpose its kind
 * names; the sum over all accounts is always zero.
 *
 * @param kind what it is for
 * @param party whose it is, or null where the kind belongs to the tenant
 */
public record Account(Kind kind, @Nullable String party) {

  /** Rejects a party where there is none, and the reverse. */
  public Account {
    if (kind.ofParty() != (party != null)) {
      throw new IllegalArgumentException(kind + (party == null ? " needs a party" : " has none"));
    }
  }

  /** An account of the tenant. */
  public static Account of(Kind kind) {
    return new Account(kind, null);
  }

  /** An account of a party. */
  public static Account of(Kind kind, String party) {
    return new Account(kind, party);
  }

  /** The chart of accounts. */
  public enum Kind {
    /**
     * The other side of all money that came in from outside: never above zero, and the negative of
     * the sum of all others.
     */
    RECEIVED(false),
    /** Paid by buyers for orders that are not settled. */
    BUYERS_MONEY_HELD(false),
    /** Settled for a party that may not ask for it yet. */
    NOT_WITHDRAWABLE(true),
    /** Settled, and the party may ask for it. */
    WITHDRAWABLE(true),
    /** Asked for by the party and not yet paid. */
    RESERVED(true),
    /** Paid to the party, outside the system. */
    PAID_OUT(true),
    /** Deposits that suppliers froze as a guarantee. */
    DEPOSITS_FROZEN(true),
    /** What distributors earned. */
    COMMISSION(true),
    /** Discounts that the tenant bears. */
    DISCOUNTS(false);

    private final boolean ofParty;

    Kind(boolean ofParty) {
      this.ofParty = ofParty;
    }

    /** Whether each party has its own. */
    public boolean ofParty() {
      return ofParty;
    }

    /** The name on the wire and in the store. */
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of a wire name, or empty for one that this version does not know. */
    public static Optional<Kind> ofWire(String wire) {
      for (Kind kind : values()) {
        if (kind.wire().equals(wire)) {
          return Optional.of(kind);
        }
      }
      return Optional.empty();
    }
  }
}

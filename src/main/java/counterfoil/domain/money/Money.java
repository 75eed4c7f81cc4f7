package counterfoil.domain.money;

/**
 * An amount in the minor unit of its currency (fen for CNY). Immutable and exact; arithmetic that
 * leaves the range of {@code long} or mixes currencies throws, because either is a bug and never a
 * business outcome.
 *
 * @param amount minor units, negative when owed
 * @param currency ISO 4217 code
 */
public record Money(long amount, String currency) implements Comparable<Money> {

  /** The currency of every tenant in this version. */
  public static final String CNY = "CNY";

  /** Rejects a currency that is not three capital letters. */
  public Money {
    if (currency.length() != 3 || !currency.chars().allMatch(c -> c >= 'A' && c <= 'Z')) {
      throw new IllegalArgumentException("not an ISO 4217 code: " + currency);
    }
  }

  /** An amount of fen. */
  public static Money fen(long amount) {
    return new Money(amount, CNY);
  }

  /** The sum of both. */
  public Money plus(Money other) {
    return new Money(Math.addExact(amount, same(other).amount), currency);
  }

  /** This less the other. */
  public Money minus(Money other) {
    return new Money(Math.subtractExact(amount, same(other).amount), currency);
  }

  /** This amount {@code factor} times. */
  public Money times(long factor) {
    return new Money(Math.multiplyExact(amount, factor), currency);
  }

  /** The same amount on the other side of the ledger. */
  public Money negated() {
    return new Money(Math.negateExact(amount), currency);
  }

  /** Nothing, in this currency. */
  public Money zero() {
    return new Money(0, currency);
  }

  @Override
  public int compareTo(Money other) {
    return Long.compare(amount, same(other).amount);
  }

  private Money same(Money other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException("cannot mix " + currency + " and " + other.currency);
    }
    return other;
  }
}

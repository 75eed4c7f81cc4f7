package counterfoil.protocol;

import counterfoil.domain.money.Money;
import counterfoil.domain.voucher.Take;

/** {@code "uses": n} or {@code "amount": money}, one of both. */
final class Takes {
  static final long MOST_USES = 10_000;

  private Takes() {}

  static Take read(Members in) throws InvalidContent {
    if (in.has("uses") == in.has("amount")) {
      throw in.invalid("uses", "exactly one of uses and amount must be given");
    }
    return in.has("uses")
        ? new Take.Uses(Math.toIntExact(in.integer("uses", 1, MOST_USES)))
        : new Take.Amount(in.money("amount", 1));
  }

  static void write(Json json, Take take) {
    switch (take) {
      case Take.Uses(int uses) -> json.put("uses", uses);
      case Take.Amount(Money amount) -> json.put("amount", amount);
    }
  }
}

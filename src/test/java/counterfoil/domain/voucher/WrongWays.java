package counterfoil.domain.voucher;

/** What no decision may do; the simulation puts it into the program and must find it. */
public final class WrongWays {
  private WrongWays() {}

  static Voucher asBefore(Voucher voucher, Worth left, Redemption last) {
    return voucher.with(voucher.worth(), last);
  }
}

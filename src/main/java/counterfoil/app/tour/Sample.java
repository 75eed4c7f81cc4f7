package counterfoil.app.tour;

import counterfoil.domain.voucher.VoucherCode;
import counterfoil.server.work.SampleBusiness;
import counterfoil.server.work.SampleCase;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;

/** People and codes of the sample business; hands each code out once. */
final class Sample {
  private final SampleBusiness.Made business;
  private final Map<SampleCase, Deque<SampleBusiness.Code>> codes = new EnumMap<>(SampleCase.class);

  Sample(SampleBusiness.Made business) {
    this.business = business;
    for (SampleCase each : SampleCase.values()) {
      codes.put(each, new ArrayDeque<>(business.codes(each)));
    }
  }

  /** Who signs in under this name. */
  SampleBusiness.Account account(String username) {
    return business.accounts().stream()
        .filter(account -> account.username().equals(username))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("nobody is called " + username));
  }

  /** The code of a voucher that shows a case and was not handed out yet. */
  String code(SampleCase wanted) {
    SampleBusiness.Code next = codes.getOrDefault(wanted, new ArrayDeque<>()).poll();
    if (next == null) {
      throw new IllegalStateException("no voucher is left that is " + wanted);
    }
    return next.code();
  }

  /** A code that might be one, but was never issued. */
  static String unknown(long which) {
    return VoucherCode.generate(new SplittableRandom(-which)).text();
  }

  /** A code of which one character is wrong. */
  static String mistyped(String code) {
    char last = code.charAt(code.length() - 1);
    return code.substring(0, code.length() - 1) + (last == '7' ? '8' : '7');
  }
}

package counterfoil.viewmodel.voucher;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Reads an amount that a person typed: {@code 88}, {@code 1,234.50}, {@code ￥８８．５}. */
final class AmountText {
  private static final Pattern SIGNS = Pattern.compile("^[¥$]|元$|\\h+");
  private static final Pattern PLAIN = Pattern.compile("\\d{1,9}(\\.\\d{0,2})?|\\.\\d{1,2}");
  private static final Pattern GROUPED = Pattern.compile("\\d{1,3}(,\\d{3}){1,2}(\\.\\d{0,2})?");

  private AmountText() {}

  /** The amount in fen, more than zero; empty when the text is none beyond doubt. */
  static OptionalLong fen(String typed) {
    String folded = Normalizer.normalize(typed, Normalizer.Form.NFKC).replace('。', '.');
    String text = SIGNS.matcher(folded.strip()).replaceAll("");
    if (!PLAIN.matcher(text).matches() && !GROUPED.matcher(text).matches()) {
      return OptionalLong.empty();
    }
    long fen = new BigDecimal(text.replace(",", "")).movePointRight(2).longValueExact();
    return fen > 0 ? OptionalLong.of(fen) : OptionalLong.empty();
  }
}

package counterfoil.domain.voucher;

import java.util.Arrays;
import java.util.List;

/**
 * How hard a code that somebody else made is to guess. A guess at a counter that is offline costs
 * nothing, so codes of under {@link #ENOUGH_BITS} bits are never redeemed there.
 *
 * <p>The estimate errs low: each character counts as one of the smallest alphabet that holds the
 * code, or of the code's own characters where they repeat a lot; one that goes on a run or a row
 * (7777, 3456) counts one bit; what all codes of a batch begin with counts nothing.
 */
public final class CodeStrength {

  /** Bits from which a code is not guessable. */
  public static final double ENOUGH_BITS = 50;

  private static final int DIGITS = 10;
  private static final int LETTERS = 26;

  private CodeStrength() {}

  /** Whether a code given alone is guessable. */
  public static boolean guessable(VoucherCode code) {
    return bits(code.text()) < ENOUGH_BITS;
  }

  /** Whether any code of a batch given together is guessable. */
  public static boolean guessable(List<VoucherCode> batch) {
    List<String> texts = batch.stream().map(VoucherCode::text).toList();
    int shared = texts.size() < 2 ? 0 : sharedPrefix(texts);
    return texts.stream().anyMatch(text -> bits(text.substring(shared)) < ENOUGH_BITS);
  }

  /** Estimated bits of a code's normal form. */
  static double bits(String text) {
    int[] points = text.codePoints().toArray();
    double each = log2(alphabet(points));
    double bits = 0;
    for (int i = 0; i < points.length; i++) {
      bits += goesOn(points, i) ? Math.min(1, each) : each;
    }
    return bits;
  }

  private static int alphabet(int[] points) {
    int size = 0;
    boolean digits = false;
    boolean letters = false;
    boolean others = false;
    for (int c : points) {
      digits |= c >= '0' && c <= '9';
      letters |= c >= 'A' && c <= 'Z';
      others |= !(c >= '0' && c <= '9') && !(c >= 'A' && c <= 'Z');
    }
    size += digits ? DIGITS : 0;
    size += letters ? LETTERS : 0;
    size += others ? LETTERS : 0;
    long variety = variety(points);
    // A random code of this length would hardly say so few things so often.
    return variety * 2 <= points.length ? (int) Math.min(size, variety) : size;
  }

  private static long variety(int[] points) {
    return Arrays.stream(points).distinct().count();
  }

  private static boolean goesOn(int[] points, int i) {
    if (i < 2) {
      return false;
    }
    int step = points[i] - points[i - 1];
    return Math.abs(step) <= 1 && step == points[i - 1] - points[i - 2];
  }

  private static int sharedPrefix(List<String> texts) {
    String first = texts.getFirst();
    int shared = first.length();
    for (String text : texts) {
      int same = 0;
      while (same < Math.min(shared, text.length()) && text.charAt(same) == first.charAt(same)) {
        same++;
      }
      shared = same;
    }
    return shared;
  }

  private static double log2(double x) {
    return Math.log(x) / Math.log(2);
  }
}

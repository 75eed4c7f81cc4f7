package counterfoil.domain.voucher;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;

/**
 * A voucher's code in its one normal form: NFKC, upper case, blanks and hyphens dropped (V6, V13).
 *
 * <p>A generated code has twelve characters of an alphabet without look-alikes (no 0 O, 1 I L, U):
 * eleven random ones, 11 × log₂ 30 ≈ 54 bits, and a check character by the hybrid system of ISO
 * 7064 with M = 30, that is MOD 31,30. It catches every single wrong character and all but one in
 * 435 swaps of neighbours, so that a typing error is called one (V14).
 *
 * <p>Codes are secret: {@link #toString} hides the text, so that none ends up in a log.
 */
public final class VoucherCode {

  /** Fewest characters of a given code. */
  public static final int SHORTEST = 4;

  /** Most characters of a given code. */
  public static final int LONGEST = 64;

  /** Characters of a generated code. */
  public static final int GENERATED = 12;

  /** What generated codes are made of. */
  public static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

  private static final int M = ALPHABET.length();
  private static final int GROUP = 4;
  private static final int TAIL = 4;

  private final String text;

  private VoucherCode(String text) {
    this.text = text;
  }

  /**
   * The code that was typed, scanned or given.
   *
   * @param given any text
   * @return the code, or empty when the text cannot be one: too short, too long, or with characters
   *     that are neither letters, digits nor printable ASCII
   */
  public static Optional<VoucherCode> of(String given) {
    String text = normalise(given);
    int length = text.codePointCount(0, text.length());
    boolean fits =
        length >= SHORTEST
            && length <= LONGEST
            && text.codePoints().allMatch(VoucherCode::mayStandInACode);
    return fits ? Optional.of(new VoucherCode(text)) : Optional.empty();
  }

  /**
   * A new code.
   *
   * @param random a source that cannot be predicted, such as {@code SecureRandom}
   */
  public static VoucherCode generate(RandomGenerator random) {
    StringBuilder text = new StringBuilder(GENERATED);
    for (int i = 0; i < GENERATED - 1; i++) {
      text.append(ALPHABET.charAt(random.nextInt(M)));
    }
    return new VoucherCode(text.append(check(text)).toString());
  }

  /** The normal form of any text, which is its own normal form. */
  public static String normalise(String given) {
    String text = given;
    for (String next = once(text); !next.equals(text); next = once(text)) {
      text = next;
    }
    return text;
  }

  /** The normal form: what is hashed, compared and shown while its own verdict is up. */
  public String text() {
    return text;
  }

  /**
   * Whether this is meant to be a generated code: it has their length and at most one character is
   * not of their alphabet, as when a 0 was typed for a letter.
   */
  public boolean looksGenerated() {
    return text.length() == GENERATED
        && text.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z'))
        && text.chars().filter(c -> ALPHABET.indexOf(c) < 0).count() <= 1;
  }

  /** Whether the check character of a generated code fits; false for a code of another form. */
  public boolean checkFits() {
    return text.length() == GENERATED
        && text.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0)
        && check(text.substring(0, GENERATED - 1)) == text.charAt(GENERATED - 1);
  }

  /** Whether a generated code was mistyped (V14): said only where no voucher has this code. */
  public boolean mistyped() {
    return looksGenerated() && !checkFits();
  }

  /**
   * Which character is wrong, counted from 0 in {@link #text}. One check character tells that a
   * code is wrong, not where; the place is known only when a character is not of the alphabet.
   */
  public OptionalInt suspectPosition() {
    if (!looksGenerated()) {
      return OptionalInt.empty();
    }
    for (int i = 0; i < GENERATED; i++) {
      if (ALPHABET.indexOf(text.charAt(i)) < 0) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }

  /** For reading: groups of four with hyphens where the code has a generated one's length. */
  public String formatted() {
    if (!looksGenerated()) {
      return text;
    }
    StringBuilder groups = new StringBuilder(GENERATED + GENERATED / GROUP);
    for (int i = 0; i < GENERATED; i += GROUP) {
      groups.append(i == 0 ? "" : "-").append(text, i, i + GROUP);
    }
    return groups.toString();
  }

  /** The last four characters, all that is shown once the code's own verdict is gone. */
  public String tail() {
    int length = text.codePointCount(0, text.length());
    return length <= TAIL ? text : text.substring(text.offsetByCodePoints(0, length - TAIL));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof VoucherCode code && text.equals(code.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return "VoucherCode[hidden]";
  }

  /** The check character of the characters before it: ISO 7064, hybrid system with M = 30. */
  private static char check(CharSequence body) {
    int carry = M;
    for (int i = 0; i < body.length(); i++) {
      int sum = (carry + ALPHABET.indexOf(body.charAt(i))) % M;
      carry = (sum == 0 ? M : sum) * 2 % (M + 1);
    }
    return ALPHABET.charAt((M + 1 - carry) % M);
  }

  private static String once(String given) {
    String upper = Normalizer.normalize(given, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
    StringBuilder kept = new StringBuilder(upper.length());
    upper.codePoints().filter(c -> !isBlankOrHyphen(c)).forEach(kept::appendCodePoint);
    return Normalizer.normalize(kept, Normalizer.Form.NFKC);
  }

  private static boolean isBlankOrHyphen(int c) {
    return switch (Character.getType(c)) {
      case Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.DASH_PUNCTUATION,
          Character.CONTROL,
          Character.FORMAT ->
          true;
      // The minus sign is a hyphen to whoever typed it.
      default -> c == '\u2212';
    };
  }

  private static boolean mayStandInACode(int c) {
    return Character.isLetterOrDigit(c) || (c > ' ' && c < 0x7f);
  }
}

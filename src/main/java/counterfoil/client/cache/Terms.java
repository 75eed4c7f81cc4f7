package counterfoil.client.cache;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Search tokens over sealed fields: the first 8 bytes of HMAC-SHA-256(index key, kind ‖ term), so
 * that an index answers questions and tells nothing. For one thread.
 */
final class Terms {
  private static final String NAME = "name";
  private static final String PHONE = "phone";
  private static final String ORDER = "order";

  private final Mac mac;

  Terms(byte[] indexKey) {
    try {
      mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(indexKey, "HmacSHA256"));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A name: every single character and every pair of neighbours. */
  Set<Long> ofName(String name) {
    Set<Long> tokens = new LinkedHashSet<>();
    int[] points = normal(name).codePoints().toArray();
    for (int i = 0; i < points.length; i++) {
      tokens.add(token(NAME, new String(points, i, 1)));
      if (i + 1 < points.length) {
        tokens.add(token(NAME, new String(points, i, 2)));
      }
    }
    return tokens;
  }

  /** A phone number: whole and its last 4 digits. */
  Set<Long> ofPhone(String phone) {
    return wholeAndLast(PHONE, digits(phone), 4);
  }

  /** An order number: whole and its last 4, 6 and 8 characters. */
  Set<Long> ofOrder(String order) {
    return wholeAndLast(ORDER, normal(order), 4, 6, 8);
  }

  /**
   * What a typed text may be: for each kind, the tokens of which a row must have all. A name of
   * several characters is asked by its pairs, which say more than its characters.
   */
  Set<Set<Long>> asked(String typed) {
    Set<Set<Long>> questions = new LinkedHashSet<>();
    String text = normal(typed);
    if (text.isEmpty()) {
      return questions;
    }
    String digits = digits(text);
    if (digits.length() >= 4) {
      questions.add(Set.of(token(PHONE, digits)));
    }
    questions.add(Set.of(token(ORDER, text)));
    int[] points = text.codePoints().toArray();
    Set<Long> name = new LinkedHashSet<>();
    for (int i = 0; i + 1 < points.length; i++) {
      name.add(token(NAME, new String(points, i, 2)));
    }
    if (points.length == 1) {
      name.add(token(NAME, text));
    }
    questions.add(name);
    return questions;
  }

  static String normal(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .toUpperCase(Locale.ROOT)
        .replaceAll("[\\s-]+", "");
  }

  static String digits(String text) {
    return normal(text).replaceAll("\\D", "");
  }

  private Set<Long> wholeAndLast(String kind, String text, int... lengths) {
    Set<Long> tokens = new LinkedHashSet<>();
    if (text.isEmpty()) {
      return tokens;
    }
    tokens.add(token(kind, text));
    for (int length : lengths) {
      if (text.length() > length) {
        tokens.add(token(kind, text.substring(text.length() - length)));
      }
    }
    return tokens;
  }

  private long token(String kind, String term) {
    return ByteBuffer.wrap(mac.doFinal((kind + '\0' + term).getBytes(StandardCharsets.UTF_8)))
        .getLong();
  }
}

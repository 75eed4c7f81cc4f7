package counterfoil.client.device;

import counterfoil.client.device.WedgeSettings.Layout;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Turns strokes into text.
 *
 * <p>A scanner presses keys by their position on a US keyboard; the computer turns positions into
 * characters by the layout and input method of the person. This class undoes the second step where
 * it did harm: full-width forms are folded (Unicode NFKC), Chinese punctuation becomes the sign on
 * the same key, a missing character is taken from the key's position, and a French or German
 * layout's character is traced back to its key.
 */
final class KeyReading {

  private static final String US_PLAIN = "`1234567890-=qwertyuiop[]asdfghjkl;'\\zxcvbnm,./ ";
  private static final String US_SHIFT = "~!@#$%^&*()_+QWERTYUIOP{}ASDFGHJKL:\"|ZXCVBNM<>? ";
  private static final String FRENCH_PLAIN = "²&é\"'(-è_çà)=azertyuiop^$qsdfghjklmù*wxcvbn,;:!";
  private static final String FRENCH_SHIFT = "\u00001234567890°+AZERTYUIOP¨£QSDFGHJKLM%µWXCVBN?./§";
  private static final String GERMAN_PLAIN = "^1234567890ß´qwertzuiopü+asdfghjklöä#yxcvbnm,.-";
  private static final String GERMAN_SHIFT = "°!\"§$%&/()=?`QWERTZUIOPÜ*ASDFGHJKLÖÄ'YXCVBNM;:_";
  private static final String CHINESE_SIGNS = "。、【】《》“”‘’—￥¥·";
  private static final String SIGNS_ON_SAME_KEYS = ".\\[]<>\"\"''_$$`";

  private static final Map<String, Integer> POSITIONS = positions();

  private KeyReading() {}

  /** Whether a key of this name stands for a character. */
  static boolean hasPosition(String code) {
    return POSITIONS.containsKey(code);
  }

  /** The text of the strokes, controls and affixes still in it. */
  static String read(List<Stroke> strokes, Layout layout) {
    return switch (layout) {
      case AUTOMATIC -> automatic(strokes);
      case BY_POSITION -> byPosition(strokes);
      case FRENCH -> traced(strokes, FRENCH_PLAIN, FRENCH_SHIFT);
      case GERMAN -> traced(strokes, GERMAN_PLAIN, GERMAN_SHIFT);
    };
  }

  private static String automatic(List<Stroke> strokes) {
    StringBuilder plain = new StringBuilder();
    strokes.forEach(stroke -> plain.append(character(stroke)));
    String reading = plain.toString();
    if (isCode(reading)) {
      return reading;
    }
    return french(strokes).filter(KeyReading::isCode).orElse(reading);
  }

  private static String byPosition(List<Stroke> strokes) {
    StringBuilder reading = new StringBuilder();
    for (Stroke stroke : strokes) {
      String sign = position(stroke);
      reading.append(sign.isEmpty() ? fold(stroke.text()) : sign);
    }
    return reading.toString();
  }

  /** The character itself if codes can contain it, else what the key's position stands for. */
  private static String character(Stroke stroke) {
    String folded = fold(stroke.text());
    if (!folded.isEmpty() && isAscii(folded)) {
      return folded;
    }
    String sign = position(stroke);
    return sign.isEmpty() ? folded : sign;
  }

  private static String traced(List<Stroke> strokes, String plainRow, String shiftRow) {
    StringBuilder reading = new StringBuilder();
    for (Stroke stroke : strokes) {
      int plain = plainRow.indexOf(stroke.text());
      int shifted = shiftRow.indexOf(stroke.text());
      if (stroke.text().length() != 1 || (plain < 0 && shifted < 0)) {
        reading.append(character(stroke));
      } else {
        reading.append(plain >= 0 ? US_PLAIN.charAt(plain) : US_SHIFT.charAt(shifted));
      }
    }
    return reading.toString();
  }

  /**
   * The reading as if a US scanner typed into a French layout; empty if some character cannot have
   * come from a French keyboard with Shift as it was, or Shift is not known.
   */
  private static Optional<String> french(List<Stroke> strokes) {
    StringBuilder reading = new StringBuilder();
    for (Stroke stroke : strokes) {
      int at = (stroke.shift() ? FRENCH_SHIFT : FRENCH_PLAIN).indexOf(stroke.text());
      if (stroke.code().isEmpty() || stroke.text().length() != 1 || at < 0) {
        return Optional.empty();
      }
      reading.append((stroke.shift() ? US_SHIFT : US_PLAIN).charAt(at));
    }
    return Optional.of(reading.toString());
  }

  private static String position(Stroke stroke) {
    Integer at = POSITIONS.get(stroke.code());
    if (at == null) {
      return "";
    }
    boolean pad = stroke.code().startsWith("NUMPAD");
    return String.valueOf((stroke.shift() && !pad ? US_SHIFT : US_PLAIN).charAt(at));
  }

  private static String fold(String text) {
    if (isAscii(text)) {
      return text;
    }
    StringBuilder folded = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      int sign = CHINESE_SIGNS.indexOf(text.charAt(i));
      folded.append(sign < 0 ? text.charAt(i) : SIGNS_ON_SAME_KEYS.charAt(sign));
    }
    return Normalizer.normalize(folded, Normalizer.Form.NFKC);
  }

  private static boolean isCode(String reading) {
    return reading
        .chars()
        .allMatch(
            c ->
                c == '-'
                    || isBetween(c, '0', '9')
                    || isBetween(c, 'A', 'Z')
                    || isBetween(c, 'a', 'z'));
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x7f) {
        return false;
      }
    }
    return true;
  }

  private static boolean isBetween(int c, char first, char last) {
    return c >= first && c <= last;
  }

  private static Map<String, Integer> positions() {
    Map<String, Integer> map = new HashMap<>();
    for (char letter = 'a'; letter <= 'z'; letter++) {
      map.put(String.valueOf(Character.toUpperCase(letter)), US_PLAIN.indexOf(letter));
    }
    for (char digit = '0'; digit <= '9'; digit++) {
      map.put("DIGIT" + digit, US_PLAIN.indexOf(digit));
      map.put("NUMPAD" + digit, US_PLAIN.indexOf(digit));
    }
    map.put("SPACE", US_PLAIN.indexOf(' '));
    map.put("BACK_QUOTE", US_PLAIN.indexOf('`'));
    map.put("MINUS", US_PLAIN.indexOf('-'));
    map.put("SUBTRACT", US_PLAIN.indexOf('-'));
    map.put("EQUALS", US_PLAIN.indexOf('='));
    map.put("OPEN_BRACKET", US_PLAIN.indexOf('['));
    map.put("CLOSE_BRACKET", US_PLAIN.indexOf(']'));
    map.put("SEMICOLON", US_PLAIN.indexOf(';'));
    map.put("QUOTE", US_PLAIN.indexOf('\''));
    map.put("BACK_SLASH", US_PLAIN.indexOf('\\'));
    map.put("COMMA", US_PLAIN.indexOf(','));
    map.put("PERIOD", US_PLAIN.indexOf('.'));
    map.put("DECIMAL", US_PLAIN.indexOf('.'));
    map.put("SLASH", US_PLAIN.indexOf('/'));
    map.put("DIVIDE", US_PLAIN.indexOf('/'));
    return Map.copyOf(map);
  }
}

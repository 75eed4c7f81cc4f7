package counterfoil.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Map;

/**
 * Canonical JSON after RFC 8785. The contract allows only integers with |x| ≤ 2⁵³−1, but what
 * breaks that rule must be hashed as well, so that a wrong number is one refused command and not a
 * broken chain: such numbers are written as ECMAScript writes doubles.
 */
public final class CanonicalJson {
  private static final long MOST = (1L << 53) - 1;

  private CanonicalJson() {}

  /**
   * The canonical UTF-8 bytes.
   *
   * @throws NotCanonical for a number beyond a double, or a lone surrogate
   */
  public static byte[] bytes(JsonNode node) throws NotCanonical {
    StringBuilder out = new StringBuilder(256);
    write(node, out);
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void write(JsonNode node, StringBuilder out) throws NotCanonical {
    switch (node.getNodeType()) {
      case OBJECT -> writeObject(node, out);
      case ARRAY -> {
        out.append('[');
        for (int i = 0; i < node.size(); i++) {
          if (i > 0) {
            out.append(',');
          }
          write(node.get(i), out);
        }
        out.append(']');
      }
      case STRING -> writeString(node.textValue(), out);
      case NUMBER -> writeNumber(node, out);
      case BOOLEAN -> out.append(node.booleanValue());
      case NULL -> out.append("null");
      case BINARY, MISSING, POJO -> throw new NotCanonical("not a JSON value");
    }
  }

  private static void writeObject(JsonNode node, StringBuilder out) throws NotCanonical {
    out.append('{');
    boolean first = true;
    // RFC 8785 sorts names by UTF-16 code units, which is what String compares.
    for (Map.Entry<String, JsonNode> member :
        node.properties().stream()
            .sorted(Map.Entry.comparingByKey(Comparator.naturalOrder()))
            .toList()) {
      if (!first) {
        out.append(',');
      }
      first = false;
      writeString(member.getKey(), out);
      out.append(':');
      write(member.getValue(), out);
    }
    out.append('}');
  }

  private static void writeNumber(JsonNode node, StringBuilder out) throws NotCanonical {
    if (node.isIntegralNumber() && node.canConvertToLong() && Math.abs(node.longValue()) <= MOST) {
      out.append(node.longValue());
      return;
    }
    double number = node.doubleValue();
    if (!Double.isFinite(number)) {
      throw new NotCanonical("a number is beyond the range of a double");
    }
    writeDouble(number, out);
  }

  /** ECMAScript's Number::toString; Java's shortest decimal gives the digits. */
  private static void writeDouble(double number, StringBuilder out) {
    if (number == 0) {
      out.append('0');
      return;
    }
    if (number < 0) {
      out.append('-');
    }
    BigDecimal decimal = new BigDecimal(Double.toString(Math.abs(number))).stripTrailingZeros();
    String digits = decimal.unscaledValue().toString();
    int point = digits.length() - decimal.scale();
    if (point > 21 || point <= -6) {
      out.append(digits.charAt(0));
      if (digits.length() > 1) {
        out.append('.').append(digits, 1, digits.length());
      }
      int exponent = point - 1;
      out.append(exponent < 0 ? "e-" : "e+").append(Math.abs(exponent));
    } else if (point <= 0) {
      out.append("0.").append("0".repeat(-point)).append(digits);
    } else if (digits.length() <= point) {
      out.append(digits).append("0".repeat(point - digits.length()));
    } else {
      out.append(digits, 0, point).append('.').append(digits, point, digits.length());
    }
  }

  private static void writeString(String text, StringBuilder out) throws NotCanonical {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\b' -> out.append("\\b");
        case '\f' -> out.append("\\f");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (c < 0x20) {
            out.append("\\u00").append(Character.forDigit(c >> 4, 16));
            out.append(Character.forDigit(c & 15, 16));
          } else if (Character.isSurrogate(c)) {
            i = writePair(text, i, out);
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }

  private static int writePair(String text, int at, StringBuilder out) throws NotCanonical {
    if (!Character.isHighSurrogate(text.charAt(at))
        || at + 1 == text.length()
        || !Character.isLowSurrogate(text.charAt(at + 1))) {
      throw new NotCanonical("a lone surrogate");
    }
    out.append(text, at, at + 2);
    return at + 1;
  }

  /** A value that has no canonical form under the contract. */
  public static final class NotCanonical extends Exception {
    private static final long serialVersionUID = 1L;

    NotCanonical(String reason) {
      super(reason);
    }
  }
}

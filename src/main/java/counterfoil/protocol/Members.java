package counterfoil.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import counterfoil.domain.money.Money;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the members of one JSON object strictly by type and range, and leniently by name: members
 * it is not asked for are ignored. Absent and {@code null} are the same.
 */
final class Members {
  static final long MOST_INTEGER = (1L << 53) - 1;
  private static final Pattern ID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  private final JsonNode object;
  private final String pointer;

  private Members(JsonNode object, String pointer) {
    this.object = object;
    this.pointer = pointer;
  }

  /** The members of a value that must be an object. */
  static Members of(JsonNode node, String pointer) throws InvalidContent {
    if (!node.isObject()) {
      throw new InvalidContent(pointer, "must be an object");
    }
    return new Members(node, pointer);
  }

  /** Reads a whole body. */
  static Members ofBody(byte[] body) throws MalformedJson, InvalidContent {
    return of(Wire.read(body), "");
  }

  JsonNode node() {
    return object;
  }

  boolean has(String name) {
    return object.hasNonNull(name);
  }

  InvalidContent invalid(String name, String reason) {
    return new InvalidContent(at(name), reason);
  }

  String at(String name) {
    return pointer + "/" + name;
  }

  private <T> T required(String name, @Nullable T value) throws InvalidContent {
    if (value == null) {
      throw invalid(name, "is missing");
    }
    return value;
  }

  private @Nullable JsonNode value(String name) {
    JsonNode value = object.get(name);
    return value == null || value.isNull() ? null : value;
  }

  /** A text of 1 to {@code most} UTF-16 units, not blank. */
  String text(String name, int most) throws InvalidContent {
    return required(name, textOrNull(name, most));
  }

  @Nullable String textOrNull(String name, int most) throws InvalidContent {
    JsonNode value = value(name);
    if (value == null) {
      return null;
    }
    return text(value, at(name), most);
  }

  private static String text(JsonNode value, String pointer, int most) throws InvalidContent {
    if (!value.isTextual()) {
      throw new InvalidContent(pointer, "must be a string");
    }
    String text = value.textValue();
    if (text.isBlank()) {
      throw new InvalidContent(pointer, "must not be blank");
    }
    if (text.length() > most) {
      throw new InvalidContent(pointer, "must not be longer than " + most);
    }
    return text;
  }

  /** A UUID in its canonical lower-case text. */
  String id(String name) throws InvalidContent {
    return required(name, idOrNull(name));
  }

  @Nullable String idOrNull(String name) throws InvalidContent {
    String text = textOrNull(name, 64);
    if (text != null && !isId(text)) {
      throw invalid(name, "must be a UUID in lower case");
    }
    return text;
  }

  static boolean isId(String text) {
    return ID.matcher(text).matches();
  }

  List<String> ids(String name, int most) throws InvalidContent {
    return list(
        name,
        most,
        (value, at) -> {
          String text = text(value, at, 64);
          if (!isId(text)) {
            throw new InvalidContent(at, "must be a UUID in lower case");
          }
          return text;
        });
  }

  List<String> texts(String name, int mostItems, int mostLength) throws InvalidContent {
    return list(name, mostItems, (value, at) -> text(value, at, mostLength));
  }

  long integer(String name, long least, long most) throws InvalidContent {
    return required(name, integerOrNull(name, least, most));
  }

  @Nullable Long integerOrNull(String name, long least, long most) throws InvalidContent {
    JsonNode value = value(name);
    if (value == null) {
      return null;
    }
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      throw invalid(name, "must be an integer");
    }
    long number = value.longValue();
    if (number < least || number > most) {
      throw invalid(name, "must be between " + least + " and " + most);
    }
    return number;
  }

  boolean flag(String name) throws InvalidContent {
    return required(name, flagOrNull(name));
  }

  @Nullable Boolean flagOrNull(String name) throws InvalidContent {
    JsonNode value = value(name);
    if (value == null) {
      return null;
    }
    if (!value.isBoolean()) {
      throw invalid(name, "must be true or false");
    }
    return value.booleanValue();
  }

  boolean flagOr(String name, boolean otherwise) throws InvalidContent {
    Boolean flag = flagOrNull(name);
    return flag == null ? otherwise : flag;
  }

  Instant time(String name) throws InvalidContent {
    return required(name, timeOrNull(name));
  }

  @Nullable Instant timeOrNull(String name) throws InvalidContent {
    String text = textOrNull(name, 40);
    if (text == null) {
      return null;
    }
    return WireTime.read(text).orElseThrow(() -> invalid(name, "must be an RFC 3339 time"));
  }

  @Nullable LocalDate dateOrNull(String name) throws InvalidContent {
    String text = textOrNull(name, 10);
    if (text == null) {
      return null;
    }
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException _) {
      throw invalid(name, "must be a date, 2026-11-24");
    }
  }

  Bytes base64(String name, int least, int most) throws InvalidContent {
    Bytes bytes =
        Bytes.ofBase64Url(text(name, most * 2 + 8))
            .orElseThrow(() -> invalid(name, "must be base64url without padding"));
    if (bytes.size() < least || bytes.size() > most) {
      throw invalid(name, "must hold " + least + " to " + most + " bytes");
    }
    return bytes;
  }

  /** A SHA-256 hash or MAC in lower-case hex. */
  Bytes hash(String name) throws InvalidContent {
    return Bytes.ofHex(text(name, 64))
        .filter(bytes -> bytes.size() == 32)
        .orElseThrow(() -> invalid(name, "must be 64 hex digits in lower case"));
  }

  /** An amount of at least {@code least} minor units. */
  Money money(String name, long least) throws InvalidContent {
    return required(name, moneyOrNull(name, least));
  }

  @Nullable Money moneyOrNull(String name, long least) throws InvalidContent {
    Members money = objectOrNull(name);
    if (money == null) {
      return null;
    }
    long amount = money.integer("amount", least, MOST_INTEGER);
    String currency = money.text("currency", 3);
    try {
      return new Money(amount, currency);
    } catch (IllegalArgumentException _) {
      throw money.invalid("currency", "must be an ISO 4217 code");
    }
  }

  /** One of a closed set of words. */
  <T> T word(String name, Function<String, Optional<T>> byWire) throws InvalidContent {
    return required(name, wordOrNull(name, byWire));
  }

  <T> @Nullable T wordOrNull(String name, Function<String, Optional<T>> byWire)
      throws InvalidContent {
    String text = textOrNull(name, 64);
    if (text == null) {
      return null;
    }
    return byWire.apply(text).orElseThrow(() -> invalid(name, "is not one of the known words"));
  }

  Members object(String name) throws InvalidContent {
    return required(name, objectOrNull(name));
  }

  @Nullable Members objectOrNull(String name) throws InvalidContent {
    JsonNode value = value(name);
    return value == null ? null : of(value, at(name));
  }

  /** The items of an array; an absent one is empty. */
  <T> List<T> list(String name, int most, Item<T> item) throws InvalidContent {
    JsonNode value = value(name);
    if (value == null) {
      return List.of();
    }
    if (!value.isArray()) {
      throw invalid(name, "must be an array");
    }
    if (value.size() > most) {
      throw invalid(name, "must not have more than " + most + " items");
    }
    List<T> items = new ArrayList<>(value.size());
    for (int i = 0; i < value.size(); i++) {
      items.add(item.read(value.get(i), at(name) + "/" + i));
    }
    return List.copyOf(items);
  }

  /** Reads one item of an array. */
  interface Item<T> {
    T read(JsonNode value, String pointer) throws InvalidContent;
  }
}

package counterfoil.protocol;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import counterfoil.domain.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Builds JSON objects member by member; a member without a value is left out. */
final class Json {
  private final ObjectNode node = Wire.JSON.createObjectNode();

  static Json object() {
    return new Json();
  }

  Json put(String name, @Nullable String value) {
    if (value != null) {
      node.put(name, value);
    }
    return this;
  }

  Json put(String name, @Nullable Long value) {
    if (value != null) {
      node.put(name, value);
    }
    return this;
  }

  Json put(String name, long value) {
    node.put(name, value);
    return this;
  }

  Json put(String name, boolean value) {
    node.put(name, value);
    return this;
  }

  Json put(String name, @Nullable Instant value) {
    return put(name, value == null ? null : WireTime.text(value));
  }

  Json put(String name, @Nullable LocalDate value) {
    return put(name, value == null ? null : value.toString());
  }

  Json put(String name, @Nullable Money value) {
    if (value != null) {
      node.set(
          name, object().put("amount", value.amount()).put("currency", value.currency()).node());
    }
    return this;
  }

  Json put(String name, @Nullable Json value) {
    if (value != null) {
      node.set(name, value.node);
    }
    return this;
  }

  Json put(String name, JsonNode value) {
    node.set(name, value);
    return this;
  }

  Json putNull(String name) {
    node.putNull(name);
    return this;
  }

  Json texts(String name, Collection<String> values) {
    ArrayNode array = node.putArray(name);
    values.forEach(array::add);
    return this;
  }

  Json numbers(String name, Collection<Long> values) {
    ArrayNode array = node.putArray(name);
    values.forEach(array::add);
    return this;
  }

  Json objects(String name, Collection<Json> values) {
    ArrayNode array = node.putArray(name);
    values.forEach(value -> array.add(value.node));
    return this;
  }

  ObjectNode node() {
    return node;
  }

  /** UTF-8 bytes in the order of the members. */
  byte[] bytes() {
    return bytes(node);
  }

  String text() {
    try {
      return Wire.JSON.writeValueAsString(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  static byte[] bytes(JsonNode node) {
    try {
      return Wire.JSON.writeValueAsBytes(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Canonical bytes (RFC 8785) of what this program built itself, where a failure is a bug. */
  byte[] canonical() {
    try {
      return CanonicalJson.bytes(node);
    } catch (CanonicalJson.NotCanonical e) {
      throw new IllegalArgumentException(e);
    }
  }
}

package counterfoil.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import counterfoil.domain.money.Money;
import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A problem document (RFC 9457): why a request or a command did not do what it asked for.
 * Immutable; {@code with…} returns a copy. Its named members carry the facts that a person may
 * need.
 */
public final class Problem {
  /** The media type of a problem document. */
  public static final String MEDIA_TYPE = "application/problem+json";

  private final ObjectNode document;

  private Problem(ObjectNode document) {
    this.document = document;
  }

  /** A problem of a code, with the code's title, status and retryability. */
  public static Problem of(ProblemCode code) {
    return new Problem(
        Json.object()
            .put("type", "urn:problem:" + code.code())
            .put("title", title(code.code()))
            .put("status", code.status())
            .put("code", code.code())
            .put("retryable", code.retryable())
            .node());
  }

  /** The problem of a body that is no JSON of the contract. */
  public static Problem of(MalformedJson fault) {
    return of(ProblemCode.MALFORMED_JSON).detail(String.valueOf(fault.getMessage()));
  }

  /** The problem of a body with wrong content. */
  public static Problem of(InvalidContent fault) {
    return of(ProblemCode.INVALID_REQUEST)
        .detail(fault.pointer() + ": " + fault.reason())
        .with("pointer", fault.pointer());
  }

  private static String title(String code) {
    String words = code.replace('-', ' ').replace('_', ' ');
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  /** The same with a text for people, in English. */
  public Problem detail(String detail) {
    return with("detail", detail);
  }

  /** The same with a reference to this occurrence. */
  public Problem instance(String instance) {
    return with("instance", instance);
  }

  /** The same with a named member; null leaves it out. */
  public Problem with(String name, @Nullable String value) {
    return value == null ? this : put(json -> json.put(name, value));
  }

  /** The same with a named member. */
  public Problem with(String name, long value) {
    return put(json -> json.put(name, value));
  }

  /** The same with a named member; null leaves it out. */
  public Problem with(String name, @Nullable Instant value) {
    return value == null ? this : with(name, WireTime.text(value));
  }

  /** The same with a named member. */
  public Problem with(String name, Money value) {
    return put(json -> json.set(name, Json.object().put(name, value).node().get(name)));
  }

  /** The same with a named member. */
  public Problem with(String name, Collection<String> values) {
    return put(json -> json.set(name, Json.object().texts(name, values).node().get(name)));
  }

  private Problem put(Consumer<ObjectNode> change) {
    ObjectNode copy = document.deepCopy();
    change.accept(copy);
    return new Problem(copy);
  }

  /** The code as it travels. */
  public String code() {
    return document.path("code").asText();
  }

  /** The code, or empty for one that this version does not know. */
  public Optional<ProblemCode> known() {
    return ProblemCode.ofWire(code());
  }

  /** The HTTP status. */
  public int status() {
    return document.path("status").asInt();
  }

  /** Whether the same request may succeed later. */
  public boolean retryable() {
    return document.path("retryable").asBoolean();
  }

  /** The text for people. */
  public Optional<String> detail() {
    return text("detail");
  }

  /** A named member that is a text. */
  public Optional<String> text(String name) {
    JsonNode value = document.get(name);
    return value != null && value.isTextual() ? Optional.of(value.textValue()) : Optional.empty();
  }

  /** A named member that is an integer. */
  public Optional<Long> number(String name) {
    JsonNode value = document.get(name);
    return value != null && value.canConvertToLong() && value.isIntegralNumber()
        ? Optional.of(value.longValue())
        : Optional.empty();
  }

  /** A named member that is a time. */
  public Optional<Instant> time(String name) {
    return text(name).flatMap(WireTime::read);
  }

  /** A named member that is an amount. */
  public Optional<Money> money(String name) {
    try {
      return Optional.ofNullable(Members.of(document, "").moneyOrNull(name, -Members.MOST_INTEGER));
    } catch (InvalidContent _) {
      return Optional.empty();
    }
  }

  /** A named member that is a list of texts; empty when there is none. */
  public Set<String> texts(String name) {
    try {
      return Set.copyOf(Members.of(document, "").texts(name, 10_000, 1000));
    } catch (InvalidContent _) {
      return Set.of();
    }
  }

  /** The document as UTF-8 bytes. */
  public byte[] bytes() {
    return Json.bytes(document);
  }

  ObjectNode json() {
    return document;
  }

  /** Reads the body of an error answer. */
  public static Problem read(byte[] body) throws MalformedJson, InvalidContent {
    return read(Members.ofBody(body));
  }

  static Problem read(Members in) throws InvalidContent {
    in.text("code", 100);
    in.integer("status", 400, 599);
    in.flag("retryable");
    return new Problem(((ObjectNode) in.node()).deepCopy());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Problem problem && document.equals(problem.document);
  }

  @Override
  public int hashCode() {
    return document.hashCode();
  }

  /** Only the code: named members may hold what no log may show. */
  @Override
  public String toString() {
    return "Problem[" + code() + "]";
  }
}

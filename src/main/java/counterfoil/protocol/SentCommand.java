package counterfoil.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import counterfoil.domain.rights.CommandType;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A command as it travels: its envelope, the bytes that the chain hashes, and what could be read of
 * its content. One whose content cannot be read still takes its place in the chain.
 *
 * @param id the command's id
 * @param deviceSeq its place in the device's chain
 * @param target what it acts on, as far as that could be read
 * @param canonical canonical bytes (RFC 8785) of the whole object as sent, unknown members
 *     included, {@code actor_signature} left out
 * @param content what could be read of it
 */
public record SentCommand(
    String id, long deviceSeq, @Nullable String target, Bytes canonical, Content content) {

  /** What could be read of a command. */
  public sealed interface Content {}

  /**
   * All of it.
   *
   * @param command the command
   */
  public record Understood(Command command) implements Content {}

  /**
   * A type that this version does not know; refused as {@code command-unknown}.
   *
   * @param type the type as sent
   */
  public record Unknown(String type) implements Content {}

  /**
   * Something in it is not as the contract asks; refused as {@code command-invalid}.
   *
   * @param pointer where, as a JSON pointer into the command
   * @param reason why
   */
  public record Invalid(String pointer, String reason) implements Content {}

  /** Reads stored canonical bytes again, for example of the outbox. */
  public static SentCommand read(Bytes canonical) throws MalformedJson, InvalidContent {
    return read(Wire.read(canonical.shared()), "");
  }

  /** Reads one item of a batch; only a broken envelope throws. */
  static SentCommand read(JsonNode value, String pointer) throws InvalidContent {
    Members in = Members.of(value, pointer);
    String id = in.id("id");
    long seq = in.integer("device_seq", 1, Members.MOST_INTEGER);
    ObjectNode hashed = ((ObjectNode) value).deepCopy();
    hashed.remove("actor_signature");
    Bytes canonical;
    try {
      canonical = Bytes.of(CanonicalJson.bytes(hashed));
    } catch (CanonicalJson.NotCanonical e) {
      throw new InvalidContent(pointer, "has no canonical form: " + e.getMessage());
    }
    JsonNode target = value.get("target");
    boolean named = target != null && target.isTextual() && Members.isId(target.textValue());
    return new SentCommand(
        id, seq, named ? target.textValue() : null, canonical, content(id, seq, hashed));
  }

  private static Content content(String id, long seq, ObjectNode node) {
    try {
      String wire = Members.of(node, "").text("type", 100);
      Optional<CommandType> type = CommandType.ofWire(wire);
      return type.isEmpty()
          ? new Unknown(wire)
          : new Understood(Command.read(type.get(), id, seq, node));
    } catch (InvalidContent e) {
      return new Invalid(e.pointer(), e.reason());
    }
  }

  /**
   * A hash of what the command says, whatever its place in a chain: the same id with another hash
   * is {@code command-id-reused}.
   */
  public Bytes contentHash() {
    try {
      ObjectNode node = (ObjectNode) Wire.read(canonical.shared());
      node.remove("device_seq");
      return Hashes.sha256(CanonicalJson.bytes(node));
    } catch (MalformedJson | CanonicalJson.NotCanonical e) {
      throw new IllegalStateException(e);
    }
  }
}

package counterfoil.protocol;

import com.fasterxml.jackson.databind.node.ObjectNode;
import counterfoil.domain.rights.CommandType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One act of a person. Its id is the idempotency key for ever.
 *
 * @param id UUIDv7, made when the person acted
 * @param target what it acts on, where the type has a target
 * @param expectedVersion the version of the target it was made for; null when the type raises none
 * @param issuedAt when the person acted, UTC
 * @param deviceSeq its place in the device's chain, from 1
 * @param actor who acted; null for the user of the token
 * @param salt 16 random bytes, so that a hash reveals nothing once the bytes are erased
 * @param payload the content
 */
public record Command(
    String id,
    @Nullable String target,
    @Nullable ExpectedVersion expectedVersion,
    Instant issuedAt,
    long deviceSeq,
    @Nullable String actor,
    Bytes salt,
    Payload payload) {

  /** The type, which the content decides. */
  public CommandType type() {
    return payload.type();
  }

  /**
   * The command with its canonical bytes (RFC 8785), made once and sent ever after.
   *
   * @throws IllegalArgumentException for a text with a lone surrogate
   */
  public SentCommand sealed() {
    Json json =
        Json.object()
            .put("id", id)
            .put("type", type().wire())
            .put("target", target)
            .put("issued_at", issuedAt)
            .put("device_seq", deviceSeq)
            .put("actor", actor)
            .put("salt", salt.base64Url())
            .put("payload", Payloads.write(payload));
    switch (expectedVersion) {
      case null -> {}
      case ExpectedVersion.Exactly(long version) -> json.put("expected_version", version);
      case ExpectedVersion.After(String command) ->
          json.put("expected_version", Json.object().put("after", command));
    }
    if (target == null) {
      json.putNull("target");
    }
    return new SentCommand(
        id, deviceSeq, target, Bytes.of(json.canonical()), new SentCommand.Understood(this));
  }

  static Command read(CommandType type, String id, long deviceSeq, ObjectNode node)
      throws InvalidContent {
    Members in = Members.of(node, "");
    String target = in.idOrNull("target");
    if (target == null && Payloads.needsTarget(type)) {
      throw in.invalid("target", "is missing");
    }
    return new Command(
        id,
        target,
        expectedVersion(in),
        in.time("issued_at"),
        deviceSeq,
        in.idOrNull("actor"),
        in.base64("salt", 16, 16),
        Payloads.read(type, in.object("payload")));
  }

  private static @Nullable ExpectedVersion expectedVersion(Members in) throws InvalidContent {
    if (!in.has("expected_version")) {
      return null;
    }
    if (in.node().get("expected_version").isObject()) {
      return new ExpectedVersion.After(in.object("expected_version").id("after"));
    }
    return new ExpectedVersion.Exactly(in.integer("expected_version", 0, Members.MOST_INTEGER));
  }
}

package counterfoil.protocol;

import counterfoil.domain.rights.Collection;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An enrolled device.
 *
 * @param name what people call it
 * @param store the store it stands in, as far as that is known
 * @param enrolledAt when it was enrolled, UTC
 * @param lastSeen when the server last heard of it, UTC
 * @param state whether it may work
 */
public record DeviceRow(
    String name,
    @Nullable String store,
    Instant enrolledAt,
    @Nullable Instant lastSeen,
    State state)
    implements FeedRow {

  static DeviceRow read(Members in) throws InvalidContent {
    return new DeviceRow(
        in.text("name", 100),
        in.idOrNull("store"),
        in.time("enrolled_at"),
        in.timeOrNull("last_seen"),
        in.word("state", Words.of(State.class)));
  }

  Json json() {
    return Json.object()
        .put("name", name)
        .put("store", store)
        .put("enrolled_at", enrolledAt)
        .put("last_seen", lastSeen)
        .put("state", Words.wire(state));
  }

  /** Whether a device may work. */
  public enum State {
    /** It may. */
    ACTIVE,
    /** An administrator shut it out. */
    REVOKED,
    /** It showed two histories, so it is a copy or has one. */
    BLOCKED
  }

  @Override
  public Collection collection() {
    return Collection.DEVICES;
  }
}

package counterfoil.client.session;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a session is given by the program.
 *
 * @param tenant the tenant's name; null where the server has one only
 * @param deviceName what people call this device, as the server will know it from enrolment on
 * @param ids makes UUIDv7 texts
 * @param idle how long without a key or a pointer until the vault locks itself
 */
public record SessionOptions(
    @Nullable String tenant, Supplier<String> deviceName, Supplier<String> ids, Duration idle) {
  /** The usual time until the vault locks itself. */
  public static final Duration USUAL_IDLE = Duration.ofMinutes(5);
}

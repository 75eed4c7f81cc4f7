package counterfoil.client.session;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a session is given by the program.
 *
 * @param company what a person calls the tenant, where the server holds several; asked until the
 *     store belongs to one
 * @param deviceName what people call this device, as the server will know it from enrolment on
 * @param ids makes UUIDv7 texts
 * @param idle how long without a key or a pointer until the vault locks itself
 */
public record SessionOptions(
    Supplier<Optional<String>> company,
    Supplier<String> deviceName,
    Supplier<String> ids,
    Duration idle) {
  /** The usual time until the vault locks itself. */
  public static final Duration USUAL_IDLE = Duration.ofMinutes(5);
}

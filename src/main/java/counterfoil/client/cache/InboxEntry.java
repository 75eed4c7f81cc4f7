package counterfoil.client.cache;

import counterfoil.protocol.Problem;
import java.time.Instant;

/**
 * An act that the server refused, waiting for a person.
 *
 * @param command the act
 * @param type its type on the wire
 * @param problem why it was refused, with the facts to tell
 * @param actedAt when the person acted, in server time
 * @param arrivedAt when the answer came, in server time
 */
public record InboxEntry(
    String command, String type, Problem problem, Instant actedAt, Instant arrivedAt) {}

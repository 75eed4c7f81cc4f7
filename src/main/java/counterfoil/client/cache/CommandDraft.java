package counterfoil.client.cache;

import counterfoil.domain.money.Money;
import counterfoil.protocol.ExpectedVersion;
import counterfoil.protocol.Payload;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An act before it has a place in the chain.
 *
 * @param id UUIDv7, made when the person acted: the idempotency key for ever
 * @param target what it acts on, or null where that is not known
 * @param expectedVersion the version of the target it was made for, where the type asks for one
 * @param issuedAt when the person acted, in server time
 * @param actor user id of who acted
 * @param worth what a provisional redemption puts at risk; zero for any other act
 * @param payload the content
 */
public record CommandDraft(
    String id,
    @Nullable String target,
    @Nullable ExpectedVersion expectedVersion,
    Instant issuedAt,
    String actor,
    Money worth,
    Payload payload) {}

package counterfoil.server.work;

import counterfoil.domain.rights.Actor;
import counterfoil.protocol.Ed25519Key;

/**
 * Who asks, once token and proof were checked.
 *
 * @param tenant the tenant
 * @param session the family of tokens
 * @param actor the person
 * @param device the device
 * @param deviceKey the device's key
 * @param deviceBlocked whether the device was shut out
 * @param mustChangePassword whether the password must be changed before anything else
 */
public record Caller(
    String tenant,
    String session,
    Actor actor,
    String device,
    Ed25519Key deviceKey,
    boolean deviceBlocked,
    boolean mustChangePassword) {}

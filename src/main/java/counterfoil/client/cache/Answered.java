package counterfoil.client.cache;

import counterfoil.protocol.CommandResult;

/**
 * One result of the server, once it is durable here.
 *
 * @param result the result
 * @param changed false for a late duplicate, which changed nothing
 */
public record Answered(CommandResult result, boolean changed) {}

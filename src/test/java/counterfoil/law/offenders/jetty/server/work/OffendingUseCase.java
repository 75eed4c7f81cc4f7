package counterfoil.law.offenders.jetty.server.work;

import org.eclipse.jetty.server.Request;

/** Reads a request. */
public record OffendingUseCase(Request request) {}

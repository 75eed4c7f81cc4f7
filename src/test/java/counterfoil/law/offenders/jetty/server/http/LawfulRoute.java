package counterfoil.law.offenders.jetty.server.http;

import org.eclipse.jetty.server.Request;

/** Answers a request. */
public record LawfulRoute(Request request) {}

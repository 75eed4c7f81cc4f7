package counterfoil.law.offenders.arrows.server.store;

import counterfoil.law.offenders.arrows.client.cache.LawfulCache;

/** The server knows the client. */
public record OffendingStore(LawfulCache cache) {}

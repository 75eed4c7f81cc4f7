package counterfoil.law.offenders.arrows.app;

import counterfoil.law.offenders.arrows.client.cache.LawfulCache;
import counterfoil.law.offenders.arrows.server.store.LawfulTable;

/** Sees everything. */
public record LawfulWiring(LawfulCache cache, LawfulTable table) {}

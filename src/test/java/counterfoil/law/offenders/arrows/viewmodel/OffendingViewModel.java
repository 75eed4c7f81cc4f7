package counterfoil.law.offenders.arrows.viewmodel;

import counterfoil.law.offenders.arrows.client.cache.LawfulCache;

/** Reaches past client.work into the cache. */
public record OffendingViewModel(LawfulCache cache) {}

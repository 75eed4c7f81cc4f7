package counterfoil.law.offenders.arrows.client.cache;

import counterfoil.law.offenders.arrows.domain.LawfulVoucher;

/** May see the domain. */
public record LawfulCache(LawfulVoucher voucher) {}

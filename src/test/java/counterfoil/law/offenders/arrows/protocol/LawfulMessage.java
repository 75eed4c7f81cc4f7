package counterfoil.law.offenders.arrows.protocol;

import counterfoil.law.offenders.arrows.domain.LawfulVoucher;

/** Maps the domain to the wire. */
public record LawfulMessage(LawfulVoucher voucher) {}

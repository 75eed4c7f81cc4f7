package counterfoil.law.offenders.arrows.domain;

/** Sees nobody. */
public record LawfulVoucher() {}

package counterfoil.law.offenders.nulls.domain.described;

/** Lies in a package that is described and unmarked. */
public record OffendingDescribed() {}

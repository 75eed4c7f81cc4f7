package counterfoil.law.offenders.nulls.domain.bare;

/** Lies in a package without a word about null. */
public record OffendingRecord() {}

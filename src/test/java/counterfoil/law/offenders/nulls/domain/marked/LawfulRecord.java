package counterfoil.law.offenders.nulls.domain.marked;

/** Lies in a marked package. */
public record LawfulRecord() {}

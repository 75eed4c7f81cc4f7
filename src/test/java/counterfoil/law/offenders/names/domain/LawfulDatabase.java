package counterfoil.law.offenders.names.domain;

/** Is a thing, not half of one. */
public record LawfulDatabase() {}

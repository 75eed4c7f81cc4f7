package counterfoil.law.offenders.names.domain;

/** Says nothing. */
public record OffendingStoreImpl() {}

package counterfoil.law.offenders.arrows.extra;

/** Lies in no layer. */
public record OffendingStranger() {}

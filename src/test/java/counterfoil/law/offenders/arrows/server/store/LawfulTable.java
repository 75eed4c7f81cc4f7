package counterfoil.law.offenders.arrows.server.store;

/** Sees nobody. */
public record LawfulTable(int rows) {}

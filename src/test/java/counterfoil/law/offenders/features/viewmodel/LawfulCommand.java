package counterfoil.law.offenders.features.viewmodel;

/** Shared by all features. */
public record LawfulCommand() {}

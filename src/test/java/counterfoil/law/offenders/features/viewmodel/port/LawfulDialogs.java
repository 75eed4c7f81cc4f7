package counterfoil.law.offenders.features.viewmodel.port;

/** Shared by all features. */
public interface LawfulDialogs {}

package counterfoil.law.offenders.features.viewmodel;

import counterfoil.law.offenders.features.viewmodel.voucher.LawfulScan;

/** Shared by all features, and knows one of them. */
public record OffendingCommand(LawfulScan scan) {}

package counterfoil.law.offenders.features.viewmodel.withdrawal;

import counterfoil.law.offenders.features.viewmodel.voucher.LawfulScan;

/** One feature knows another. */
public record OffendingApproval(LawfulScan scan) {}

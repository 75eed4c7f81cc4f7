package counterfoil.law.offenders.features.view.withdrawal;

import counterfoil.law.offenders.features.viewmodel.voucher.LawfulScan;

/** A view of one feature shows another. */
public record OffendingApprovalView(LawfulScan scan) {}

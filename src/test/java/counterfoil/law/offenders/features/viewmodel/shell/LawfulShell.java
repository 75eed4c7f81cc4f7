package counterfoil.law.offenders.features.viewmodel.shell;

import counterfoil.law.offenders.features.viewmodel.voucher.LawfulScan;
import counterfoil.law.offenders.features.viewmodel.withdrawal.OffendingApproval;

/** Where features meet. */
public record LawfulShell(LawfulScan scan, OffendingApproval approval) {}

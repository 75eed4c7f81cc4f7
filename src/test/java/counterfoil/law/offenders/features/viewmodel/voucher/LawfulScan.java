package counterfoil.law.offenders.features.viewmodel.voucher;

import counterfoil.law.offenders.features.viewmodel.LawfulCommand;
import counterfoil.law.offenders.features.viewmodel.port.LawfulDialogs;

/** Uses what all features share. */
public record LawfulScan(LawfulCommand redeem, LawfulDialogs dialogs) {}

package counterfoil.law.offenders.cycles.voucher;

import counterfoil.law.offenders.cycles.ledger.OffendingEntry;

/** Half of a cycle. */
public record OffendingVoucher(OffendingEntry entry) {}

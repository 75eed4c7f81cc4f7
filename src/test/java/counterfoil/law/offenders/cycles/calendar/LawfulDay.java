package counterfoil.law.offenders.cycles.calendar;

import counterfoil.law.offenders.cycles.voucher.OffendingVoucher;

/** Sees the cycle but is no part of it. */
public record LawfulDay(OffendingVoucher voucher) {}

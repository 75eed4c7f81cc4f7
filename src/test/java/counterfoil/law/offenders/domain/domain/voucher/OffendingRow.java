package counterfoil.law.offenders.domain.domain.voucher;

import java.sql.Timestamp;

/** Knows a type of the database. */
public record OffendingRow(Timestamp at) {}

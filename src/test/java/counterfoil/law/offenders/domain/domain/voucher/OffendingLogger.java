package counterfoil.law.offenders.domain.domain.voucher;

import org.slf4j.Logger;

/** Writes a log. */
public record OffendingLogger(Logger log) {}

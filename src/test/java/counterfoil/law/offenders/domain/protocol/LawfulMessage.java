package counterfoil.law.offenders.domain.protocol;

import org.slf4j.Logger;

/** Not in the domain. */
public record LawfulMessage(Logger log) {}

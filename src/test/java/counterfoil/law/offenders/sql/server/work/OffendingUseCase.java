package counterfoil.law.offenders.sql.server.work;

import javax.sql.DataSource;

/** Opens its own connections. */
public record OffendingUseCase(DataSource source) {}

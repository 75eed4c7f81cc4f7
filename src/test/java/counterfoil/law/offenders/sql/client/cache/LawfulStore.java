package counterfoil.law.offenders.sql.client.cache;

import java.sql.Connection;

/** Holds the database. */
public record LawfulStore(Connection connection) {}

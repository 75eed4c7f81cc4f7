package counterfoil.law.offenders.sql.client.sync;

import java.sql.SQLException;

/** Knows the database by its failures. */
public final class OffendingEngine {
  /** Says why. */
  public String reason(Exception failure) {
    return failure instanceof SQLException sql ? sql.getSQLState() : "";
  }
}

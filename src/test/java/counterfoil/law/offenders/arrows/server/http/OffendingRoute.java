package counterfoil.law.offenders.arrows.server.http;

import counterfoil.law.offenders.arrows.server.store.LawfulTable;

/** Reaches past server.work into the store. */
public final class OffendingRoute {
  /** Reads what only a use case may read. */
  public int rows(LawfulTable table) {
    return table.rows();
  }
}

package counterfoil.client.cache;

import java.sql.SQLException;

/** What is read or written inside one transaction; a throw rolls the whole of it back. */
@FunctionalInterface
public interface Change<T> {
  /** Runs inside the transaction. */
  T run(Tx tx) throws SQLException;
}

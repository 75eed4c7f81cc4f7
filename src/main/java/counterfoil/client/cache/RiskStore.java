package counterfoil.client.cache;

import counterfoil.domain.money.Money;
import counterfoil.domain.voucher.RiskBudget;
import java.sql.SQLException;

/**
 * What is used of the device's risk budget: everything that was handed over without the server's
 * word and is not answered yet. It is counted from the durable acts themselves, so that no restart
 * and no start over gives any of it back.
 */
public final class RiskStore {
  private final Database database;

  RiskStore(Database database) {
    this.database = database;
  }

  /** What is used now. */
  public RiskBudget.Used used() {
    return database.read(
        tx ->
            tx.first(
                    "SELECT coalesce(sum(worth), 0), count(*) FROM pending WHERE at_risk = 1",
                    row -> new RiskBudget.Used(Money.fen(row.getLong(1)), row.getInt(2)))
                .orElse(RiskBudget.Used.nothing()));
  }

  /**
   * The clerk handed over although no answer came: the online act counts as provisional from now
   * on, inside the caller's transaction.
   *
   * @return false when the act was answered meanwhile, so that nothing is at risk
   */
  public boolean handedOver(Tx tx, String command, Money worth) throws SQLException {
    return tx.update(
            "UPDATE pending SET at_risk = 1, worth = ? WHERE answered = 0 AND "
                + PendingStore.OF_COMMAND,
            worth.amount(),
            command)
        == 1;
  }
}

package counterfoil.client.cache;

import java.sql.SQLException;

/** What the local store must not do; the simulation puts it into the program and must find it. */
public final class WrongWays {
  private WrongWays() {}

  static void addLater(PendingStore pending, Tx tx, CommandDraft draft, long seq)
      throws SQLException {
    tx.update("COMMIT");
    tx.update("BEGIN IMMEDIATE");
    pending.add(tx, draft, seq);
  }

  static int forgetWaiting(Tx tx, String setting) throws SQLException {
    tx.update("DELETE FROM outbox WHERE answered_at IS NULL");
    return SettingStore.remove(tx, setting);
  }
}

package counterfoil.client.cache;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What is known of time across runs: the server's offset and the highest time ever seen. */
public final class ClockStore {
  private static final String OFFSET = "clock.offset";
  private static final String HIGHEST = "clock.highest";

  private final Database database;

  ClockStore(Database database) {
    this.database = database;
  }

  /** Server time less PC time when the server was last heard. */
  public Optional<Duration> offset() {
    return database.read(tx -> SettingStore.get(tx, OFFSET)).map(Duration::parse);
  }

  /** Keeps the server's offset and the server's time. */
  public void heard(Duration offset, Instant serverTime) {
    database.write(
        tx -> {
          SettingStore.put(tx, OFFSET, offset.toString());
          return raise(tx, serverTime);
        });
  }

  /** The highest server time that any run has seen. */
  public Optional<Instant> highest() {
    return database.read(ClockStore::highest);
  }

  /** Raises the highest time; an earlier one changes nothing. */
  public void seen(Instant serverTime) {
    database.write(tx -> raise(tx, serverTime));
  }

  private static Optional<Instant> highest(Tx tx) throws SQLException {
    return SettingStore.get(tx, HIGHEST).map(Instant::parse);
  }

  private static boolean raise(Tx tx, Instant time) throws SQLException {
    Optional<Instant> known = highest(tx);
    if (known.isPresent() && !time.isAfter(known.get())) {
      return false;
    }
    SettingStore.put(tx, HIGHEST, time.toString());
    return true;
  }
}

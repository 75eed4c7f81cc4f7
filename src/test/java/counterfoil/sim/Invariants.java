package counterfoil.sim;

import static org.assertj.core.api.Assertions.assertThat;

import counterfoil.client.cache.CacheContents;
import counterfoil.protocol.ChangeLine;
import counterfoil.server.store.Store;
import counterfoil.server.work.Answer;
import counterfoil.server.work.Caller;
import counterfoil.server.work.ChangePage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What must hold, read from the server's own tables by SQL that shares nothing with its code. */
final class Invariants implements AutoCloseable {
  /** U: uses are never counted twice, and what is left is what was not taken. */
  private static final String OVERSPENT =
      """
      SELECT v.id FROM voucher v LEFT JOIN
        (SELECT voucher, sum(taken) AS taken FROM redemption WHERE undone = 0 GROUP BY voucher) r
        ON r.voucher = v.id
      WHERE coalesce(r.taken, 0) > v.total OR v.remaining <> v.total - coalesce(r.taken, 0)
      """;

  private static final String GAPS =
      """
      SELECT d.id FROM device d LEFT JOIN
        (SELECT device, count(*) AS n, max(device_seq) AS last FROM chain_place GROUP BY device) p
        ON p.device = d.id
      WHERE coalesce(p.n, 0) <> d.head_seq OR coalesce(p.last, 0) <> d.head_seq
      """;

  private static final String UNBALANCED =
      "SELECT posting_id FROM entry GROUP BY posting_id, currency HAVING sum(amount) <> 0";

  private static final String HALF_POSTED =
      "SELECT id FROM posting WHERE id NOT IN (SELECT posting_id FROM entry)";

  private static final String APPLIED_WITHOUT_EFFECT =
      """
      SELECT id FROM command WHERE type = 'voucher.redeem' AND applied = 1
        AND id NOT IN (SELECT id FROM redemption)
      """;

  private static final String EFFECT_WITHOUT_DECISION =
      """
      SELECT r.id FROM redemption r JOIN device d ON d.id = r.device
      WHERE d.head_seq > 0 AND r.id NOT IN (SELECT id FROM command WHERE applied = 1)
      """;

  private static final List<String> NONE =
      List.of(
          OVERSPENT,
          GAPS,
          UNBALANCED,
          HALF_POSTED,
          APPLIED_WITHOUT_EFFECT,
          EFFECT_WITHOUT_DECISION);

  private final Connection connection;

  Invariants(Path server) throws SQLException {
    connection = DriverManager.getConnection("jdbc:sqlite:" + Store.file(server));
  }

  /** After every step. */
  void check(List<Device> devices, VirtualTime time) throws SQLException {
    for (String each : NONE) {
      try (Statement statement = connection.createStatement();
          ResultSet rows = statement.executeQuery(each)) {
        assertThat(rows.next() ? rows.getString(1) : null).as(each).isNull();
      }
    }
    Map<String, Boolean> decided = decided();
    for (Device device : devices) {
      device.checkKept();
      device.checkClock(time.instant());
      for (String redemption : device.certain()) {
        assertThat(decided.get(redemption)).as("certain is applied: %s", redemption).isTrue();
      }
    }
  }

  private Map<String, Boolean> decided() throws SQLException {
    Map<String, Boolean> decided = new HashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT id, applied FROM command")) {
      while (rows.next()) {
        decided.put(rows.getString(1), rows.getInt(2) == 1);
      }
    }
    return decided;
  }

  /** Once everything has healed and is quiet. */
  void checkQuiet(List<Device> devices, ServerNode server) throws Exception {
    for (Device device : devices) {
      device.checkQuiet(decided());
      assertThat(difference(CacheContents.rows(device.cache()), projection(device, server)))
          .as("the cache is what the server shows this person")
          .isEmpty();
    }
  }

  private static Map<String, String> difference(
      Map<String, String> cached, Map<String, String> served) {
    Map<String, String> different = new TreeMap<>();
    cached.forEach((key, value) -> different.put(key, "cached " + value));
    served.forEach(
        (key, value) -> {
          if (value.equals(cached.get(key))) {
            different.remove(key);
          } else {
            different.merge(key, "served " + value, (a, b) -> a + " " + b);
          }
        });
    return different;
  }

  private static Map<String, String> projection(Device device, ServerNode server) throws Exception {
    var access = device.session().access().orElseThrow();
    var answer =
        server
            .work()
            .sessions()
            .caller(access.tokens().accessToken(), access.device().publicKey().thumbprint());
    Caller caller = ((Answer.Done<Caller>) answer).value();
    var page = server.work().changes().page(caller, null, 10_000);
    Map<String, String> rows = new TreeMap<>();
    for (ChangeLine line : ((Answer.Done<ChangePage>) page).value().lines()) {
      if (line.data() != null) {
        rows.put(
            line.collection() + "/" + line.id(),
            line.version() + " " + text(line.data().toArray()));
      }
    }
    return rows;
  }

  private static String text(byte[] data) {
    return new String(data, StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}

package counterfoil.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import counterfoil.domain.voucher.Redemption;
import counterfoil.domain.voucher.Take;
import counterfoil.fixture.ApiClient;
import counterfoil.fixture.HandClock;
import counterfoil.fixture.ServerProcess;
import counterfoil.fixture.Stores;
import counterfoil.protocol.Bytes;
import counterfoil.protocol.CommandResult;
import counterfoil.protocol.RedeemVoucher;
import counterfoil.server.store.Store;
import counterfoil.server.work.AuditCheck;
import counterfoil.server.work.SampleBusiness;
import counterfoil.server.work.SampleCase;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Promises U and A against {@code kill -9}: the real program in a process of its own, killed in the
 * middle of what four devices send, on both stores.
 */
@ParameterizedClass
@EnumSource
@Tag("long")
final class KilledServerTest {
  private static final int DEVICES = 4;
  private static final int BATCH = 6;
  private static final int KILLS = 3;
  private static final int ACKNOWLEDGED_BEFORE = 12;

  @TempDir Path folder;
  private final Stores.Opened opened;
  private final boolean postgres;
  private List<SampleBusiness.Code> codes;
  private SampleBusiness.Account clerk;
  private ServerProcess server;

  KilledServerTest(Stores.Kind kind) {
    postgres = kind == Stores.Kind.POSTGRESQL;
    opened = Stores.empty(kind);
  }

  @BeforeEach
  void fill() throws Exception {
    try (Store store = store();
        ExecutorService none = Executors.newCachedThreadPool()) {
      var made =
          (SampleBusiness.Made)
              new SampleBusiness(store, Stores.surroundings(new HandClock(Instant.now()), none))
                  .make(1, 800);
      clerk =
          made.accounts().stream()
              .filter(each -> each.username().equals("fangqing"))
              .findFirst()
              .orElseThrow();
      codes =
          made.codes(SampleCase.GOOD).stream()
              .filter(each -> each.usesLeft() == 1 && clerk.stores().contains(each.store()))
              .toList();
    }
    server = serve();
  }

  @AfterEach
  void stop() {
    server.close();
    opened.remove().run();
  }

  private Store store() throws Exception {
    return postgres
        ? Store.postgres(opened.url(), folder, new SecureRandom())
        : Store.embedded(folder, new SecureRandom());
  }

  private ServerProcess serve() throws IOException {
    return postgres
        ? ServerProcess.serve("--data", folder.toString(), "--database-url", opened.url())
        : ServerProcess.serve("--data", folder.toString());
  }

  /** A device that remembers every byte it sent and every answer it got. */
  private final class Counter {
    private ApiClient client = new ApiClient(server.address(), InstantSource.system());
    private final List<Sent> sent = new ArrayList<>();
    private final int start;

    private Counter(int start) throws Exception {
      this.start = start;
      client.signIn(clerk);
    }

    private RedeemVoucher redeem(SampleBusiness.Code code) {
      return new RedeemVoucher(
          code.code(),
          new Take.Uses(1),
          Objects.requireNonNull(code.store()),
          Instant.now(),
          Redemption.Mode.ONLINE,
          null);
    }

    /** Sends batch after batch until there is no answer. */
    private void work(AtomicInteger acknowledged) {
      try {
        while (true) {
          int from = sent.size();
          List<Bytes> batch = new ArrayList<>();
          for (int i = 0; i < BATCH; i++) {
            // Neighbours fight for half of the codes.
            int at = start * BATCH / 2 + from * BATCH + i;
            batch.add(client.next(null, redeem(codes.get(at % codes.size()))));
          }
          Sent next = new Sent(client.batch(batch));
          sent.add(next);
          next.answer = post(next.body);
          acknowledged.incrementAndGet();
        }
      } catch (IOException _) {
        // The server was killed: what was sent last is in doubt.
      }
    }

    private byte[] post(byte[] body) throws IOException {
      HttpResponse<byte[]> answer = client.post("/v1/commands", body, client.token());
      assertThat(answer.statusCode()).as(Desk.text(answer)).isEqualTo(200);
      return answer.body();
    }

    /** Sends everything again to the server that was started anew. */
    private void again() throws Exception {
      client = client.at(server.address());
      for (Sent each : sent) {
        byte[] now = post(each.body);
        if (each.answer != null) {
          assertThat(now).as("an acknowledged batch gets its first answer").isEqualTo(each.answer);
        }
        each.answer = now;
      }
    }
  }

  private static final class Sent {
    private final byte[] body;
    private byte @Nullable [] answer;

    private Sent(byte[] body) {
      this.body = body;
    }
  }

  @Test
  void everyAcknowledgedActIsThereAndEachCodeIsRedeemedOnce() throws Exception {
    List<Counter> counters = new ArrayList<>();
    for (int i = 0; i < DEVICES; i++) {
      counters.add(new Counter(i));
    }
    for (int kill = 0; kill < KILLS; kill++) {
      killInTheMiddle(counters);
      server = serve();
      for (Counter each : counters) {
        each.again();
      }
    }
    server.kill();
    check(counters);
  }

  private void killInTheMiddle(List<Counter> counters) throws Exception {
    AtomicInteger acknowledged = new AtomicInteger();
    try (ExecutorService threads = Executors.newFixedThreadPool(DEVICES)) {
      List<Future<?>> running = new ArrayList<>();
      for (Counter each : counters) {
        running.add(threads.submit(() -> each.work(acknowledged)));
      }
      while (acknowledged.get() < ACKNOWLEDGED_BEFORE
          && running.stream().noneMatch(Future::isDone)) {
        Thread.onSpinWait();
      }
      server.kill();
      for (Future<?> each : running) {
        each.get();
      }
    }
  }

  private void check(List<Counter> counters) throws Exception {
    Map<String, Integer> applied = new HashMap<>();
    int answered = 0;
    for (Counter each : counters) {
      for (Sent sent : each.sent) {
        for (CommandResult result : CommandResult.readAll(Objects.requireNonNull(sent.answer))) {
          answered++;
          if (result.outcome() instanceof CommandResult.Applied) {
            applied.merge(Objects.requireNonNull(result.target()), 1, Integer::sum);
          }
        }
      }
    }
    assertThat(answered).isGreaterThanOrEqualTo(KILLS * ACKNOWLEDGED_BEFORE * BATCH);
    assertThat(applied.values()).isNotEmpty().allMatch(times -> times == 1);
    assertThat(redeemed()).isEqualTo(applied);
    try (Store store = store()) {
      assertThat(AuditCheck.walk(store)).allMatch(finding -> finding instanceof AuditCheck.Whole);
    }
  }

  /** How often devices of this test redeemed each voucher, read past the program. */
  private Map<String, Integer> redeemed() throws Exception {
    String url = postgres ? opened.url() : "jdbc:sqlite:" + Store.file(folder);
    Map<String, Integer> found = new HashMap<>();
    try (Connection connection = DriverManager.getConnection(url);
        Statement sql = connection.createStatement();
        ResultSet rows =
            sql.executeQuery(
                "SELECT r.voucher, count(*) FROM redemption r JOIN device d ON d.id = r.device"
                    + " WHERE d.head_seq > 0 GROUP BY r.voucher")) {
      while (rows.next()) {
        found.put(rows.getString(1), rows.getInt(2));
      }
    }
    return found;
  }
}

package counterfoil.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import counterfoil.fixture.ApiClient;
import counterfoil.fixture.RunningServer;
import counterfoil.fixture.Stores;
import counterfoil.protocol.Bytes;
import counterfoil.server.work.AuditCheck;
import counterfoil.server.work.SampleBusiness;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two nodes serve one PostgreSQL at the same time; neither knows of the other. */
final class TwoNodesTest {
  private static final int ROUNDS = 25;

  private RunningServer one;
  private RunningServer other;
  private Desk here;
  private Desk there;

  @BeforeEach
  void start() throws Exception {
    one = RunningServer.start(Stores.Kind.POSTGRESQL);
    other = one.node();
    here = new Desk(one).signIn("linxiao");
    there = new Desk(other).signIn("fangqing");
  }

  @AfterEach
  void stop() {
    here.close();
    there.close();
    other.close();
    one.close();
  }

  private static List<String> atOnce(ExecutorService threads, CyclicBarrier start, List<Race> races)
      throws Exception {
    List<Future<String>> running = new ArrayList<>();
    for (Race race : races) {
      running.add(
          threads.submit(
              () -> {
                start.await();
                return Desk.outcome(Desk.only(race.desk().send(race.command())));
              }));
    }
    List<String> outcomes = new ArrayList<>();
    for (Future<String> each : running) {
      outcomes.add(each.get());
    }
    return outcomes;
  }

  private record Race(Desk desk, Bytes command) {}

  private SampleBusiness.Code contested() {
    return Stream.generate(one::freshCode)
        .filter(code -> one.account("linxiao").stores().contains(code.store()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theSameCodeAtBothNodesAtOnceIsRedeemedOnce() throws Exception {
    CyclicBarrier start = new CyclicBarrier(2);
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      for (int i = 0; i < ROUNDS; i++) {
        SampleBusiness.Code code = contested();
        Race first = new Race(here, here.client.next(null, here.redeem(code)));
        Race second = new Race(there, there.client.next(null, there.redeem(code)));
        assertThat(atOnce(threads, start, List.of(first, second)))
            .containsExactlyInAnyOrder("applied", "voucher-already-redeemed");
        assertThat(
                one.opened()
                    .number(
                        "SELECT count(*) FROM redemption WHERE undone = 0 AND voucher = '"
                            + code.voucher()
                            + "'"))
            .isEqualTo(1);
      }
    }
    assertThat(AuditCheck.walk(one.store()))
        .allMatch(finding -> finding instanceof AuditCheck.Whole);
  }

  @Test
  void aBatchThatComesToBothNodesAtOnceIsDecidedOnce() throws Exception {
    CyclicBarrier start = new CyclicBarrier(2);
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      for (int i = 0; i < ROUNDS; i++) {
        ApiClient client = here.client;
        byte[] body = client.batch(List.of(client.next(null, here.redeem(contested()))));
        ApiClient twin = client.at(other.address());
        Future<HttpResponse<byte[]>> left = threads.submit(() -> post(start, client, body));
        Future<HttpResponse<byte[]>> right = threads.submit(() -> post(start, twin, body));
        assertThat(Desk.text(left.get())).contains("\"applied\"").isEqualTo(Desk.text(right.get()));
      }
    }
  }

  private static HttpResponse<byte[]> post(CyclicBarrier start, ApiClient client, byte[] body)
      throws Exception {
    start.await();
    return client.post("/v1/commands", body, client.token());
  }

  @Test
  void whatTimeBringsIsDoneOnceWhicheverNodeComesFirst() throws Exception {
    here.act(null, here.redeem(contested()));
    one.clock().forward(Duration.ofDays(8));
    String until = " AND d.at <= " + one.clock().instant().toEpochMilli();
    String due = "SELECT count(*) FROM due d WHERE d.kind = 'settle'" + until;
    long open =
        one.opened()
            .number(
                "SELECT count(*) FROM due d JOIN voucher v ON v.id = d.subject"
                    + " WHERE d.kind = 'settle' AND v.settled = 0"
                    + until);
    assertThat(open).isPositive();
    // Both writers look for what is due on their own, twice a second.
    while (one.opened().number(due) > 0) {
      Thread.onSpinWait();
    }
    String settled = " FROM audit WHERE type = 'voucher.settle'";
    assertThat(one.opened().number("SELECT count(*)" + settled)).isEqualTo(open);
    assertThat(one.opened().number("SELECT count(DISTINCT target)" + settled)).isEqualTo(open);
    assertThat(
            one.opened()
                .number(
                    "SELECT count(*) FROM (SELECT subject FROM posting WHERE lower(kind) ="
                        + " 'settlement' AND reverses IS NULL GROUP BY subject HAVING count(*) > 1)"
                        + " twice"))
        .isZero();
    assertThat(AuditCheck.walk(one.store()))
        .allMatch(finding -> finding instanceof AuditCheck.Whole);
  }
}

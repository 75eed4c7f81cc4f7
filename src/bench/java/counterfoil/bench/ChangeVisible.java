package counterfoil.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import counterfoil.client.sync.SyncOptions;
import counterfoil.client.work.SyncDriver;
import counterfoil.fixture.Stores;
import counterfoil.server.store.Store;
import counterfoil.server.work.SampleBusiness;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * From the moment at which one device sends a redemption until another client's cache shows it: the
 * server's commit, the poke on the stream, the pull, the page's own commit.
 *
 * <p>The baseline is a bare HTTP round trip on the same server: {@code GET /health/live} on a
 * connection that is open, once before each change.
 */
final class ChangeVisible {
  private static final int CHANGES = 300;
  private static final int WARMING = 50;
  private static final long PATIENCE_SECONDS = 20;

  private final Latencies visible = new Latencies();
  private final Latencies trips = new Latencies();

  private ChangeVisible() {}

  /** Prints one line of JSON. */
  public static void main(String[] arguments) throws Exception {
    Stores.Opened place = Stores.empty(Stores.Kind.SQLITE);
    try (Scratch scratch = new Scratch("change-visible");
        Store store = place.node().get()) {
      // Of forty in a row twenty-five are fresh and of one use.
      SampleBusiness.Made sample = BenchServer.fill(store, (CHANGES + WARMING) * 40 / 24);
      try (BenchServer server = new BenchServer(store);
          BenchClient client =
              new BenchClient(scratch.fresh(), server.address(), SyncOptions.usual());
          ScheduledExecutorService engine = Executors.newSingleThreadScheduledExecutor()) {
        SampleBusiness.Account account = BenchServer.counter(sample);
        client.signIn(account.username(), account.password());
        client.sync();
        try (SyncDriver driver = client.driven(engine)) {
          driver.start();
          new ChangeVisible().run(server, client, driver, BenchServer.fresh(sample), account);
        }
      }
    } finally {
      place.remove().run();
    }
  }

  private void run(
      BenchServer server,
      BenchClient client,
      SyncDriver driver,
      List<SampleBusiness.Code> codes,
      SampleBusiness.Account account)
      throws Exception {
    BenchTill till = new BenchTill(server.work(), account);
    try (RawConnection line = new RawConnection(server.address())) {
      String nonce = BenchTill.nonce(line);
      byte[] health = line.request("GET", "/health/live", Map.of(), new byte[0]);
      for (int i = 0; i < WARMING + CHANGES; i++) {
        if (i == 0 || i == WARMING) {
          visible.turn();
          trips.turn();
        }
        long start = System.nanoTime();
        line.send(health);
        trips.add(System.nanoTime() - start);
        SampleBusiness.Code code = codes.get(i);
        byte[] request = till.request(line, server.address(), nonce, till.redeem(code));
        visible.add(change(line, request, client, driver, code.voucher()));
      }
    }
    print();
  }

  private static long change(
      RawConnection line, byte[] request, BenchClient client, SyncDriver driver, String voucher)
      throws Exception {
    long version = version(client, voucher);
    long[] seen = new long[1];
    CountDownLatch shown = new CountDownLatch(1);
    var subscription =
        driver.onChange(
            () -> {
              if (shown.getCount() > 0 && version(client, voucher) > version) {
                seen[0] = System.nanoTime();
                shown.countDown();
              }
            });
    try (subscription) {
      long start = System.nanoTime();
      RawConnection.Answer answer = line.send(request);
      if (answer.status() != 200 || !answer.text().contains("\"applied\"")) {
        throw new IllegalStateException(answer.status() + " " + answer.text());
      }
      if (!shown.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException("not shown in " + PATIENCE_SECONDS + " s");
      }
      return seen[0] - start;
    }
  }

  private static long version(BenchClient client, String voucher) {
    return client.cache().vouchers().byId(voucher).orElseThrow().version();
  }

  private void print() {
    ObjectNode figures = new ObjectMapper().createObjectNode();
    figures.put("benchmark", "change-visible");
    figures.put("baseline", "bare HTTP round trip on the same server");
    figures.put("units", CHANGES);
    visible.put(figures, "");
    trips.put(figures, "baseline_");
    figures.put("over_p50_ms", visible.millis(0.5) - trips.millis(0.5));
    figures.put("over_p99_ms", visible.millis(0.99) - trips.millis(0.99));
    figures.put("load", ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    System.out.println(figures);
  }
}

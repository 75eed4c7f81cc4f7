package counterfoil.bench;

import counterfoil.fixture.Stores;
import counterfoil.server.store.Store;
import counterfoil.server.work.EdgeAlone;
import counterfoil.server.work.SampleBusiness;
import java.net.URI;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Redemptions at the server, one command a request, {@value #LINES} connections at a time, fsync
 * on, on SQLite and on PostgreSQL (or on the one that is named: {@code
 * -Dbench.arguments=POSTGRESQL}).
 *
 * <p>The baseline is the same edge on the same store, with the same requests from the same devices:
 * HTTP, proof, token, rights, the chain and its signature, but a writer that does nothing. Requests
 * are made and signed before the clock runs, so that the processor is the server's alone.
 */
final class ServerRedemptions {
  private static final int LINES = 32;
  private static final int EACH = 60;
  private static final int CALLS = 6;
  private static final double BAR = 0.7;

  /** As long as a code of the sample; the writer that does nothing does not look it up. */
  private static final SampleBusiness.Code NOTHING =
      new SampleBusiness.Code("3XRDK7QMZ5TB", "", "", "redeemable", 1, 1, null);

  private final List<BenchTill> tills = new ArrayList<>();
  private final Iterator<SampleBusiness.Code> codes;
  private final Latencies own = new Latencies();
  private final Latencies other = new Latencies();

  private ServerRedemptions(BenchServer server, SampleBusiness.Made sample) throws Exception {
    SampleBusiness.Account account = BenchServer.counter(sample);
    for (int i = 0; i < LINES; i++) {
      tills.add(new BenchTill(server.work(), account));
    }
    codes = BenchServer.fresh(sample).iterator();
  }

  /** Prints one line of JSON for each kind of store. */
  public static void main(String[] arguments) throws Exception {
    for (Stores.Kind kind : Stores.Kind.values()) {
      if (arguments.length == 0 || arguments[0].equals(kind.name())) {
        run(kind);
      }
    }
  }

  private static void run(Stores.Kind kind) throws Exception {
    Stores.Opened place = Stores.empty(kind);
    try (Store store = place.node().get()) {
      // Of forty in a row twenty-five are fresh and of one use.
      SampleBusiness.Made sample = BenchServer.fill(store, LINES * EACH * CALLS * 40 / 24);
      try (BenchServer server = new BenchServer(store);
          BenchServer edge = new BenchServer(store, EdgeAlone::open)) {
        new ServerRedemptions(server, sample).compare(kind, server.address(), edge.address());
      }
    } finally {
      place.remove().run();
    }
  }

  private void compare(Stores.Kind kind, URI server, URI edge) throws Exception {
    Comparison comparison =
        new Comparison(
            "server-redemptions-" + kind.name().toLowerCase(Locale.ROOT),
            "same edge, both signature checks, a writer that does nothing");
    comparison.run(
        (long) LINES * EACH,
        BAR,
        () -> round(server, true, own),
        () -> round(edge, false, other),
        figures -> {
          own.put(figures, "");
          other.put(figures, "baseline_");
        });
  }

  private long round(URI server, boolean taken, Latencies latencies) throws Exception {
    latencies.turn();
    CountDownLatch start = new CountDownLatch(1);
    try (ExecutorService lines = Executors.newFixedThreadPool(LINES)) {
      List<Future<Long>> ends = new ArrayList<>();
      for (Line line : lines(server, taken)) {
        ends.add(lines.submit(line.sending(start, latencies)));
      }
      long begun = System.nanoTime();
      start.countDown();
      for (Future<Long> end : ends) {
        end.get();
      }
      return System.nanoTime() - begun;
    }
  }

  private List<Line> lines(URI server, boolean taken) throws Exception {
    List<Line> lines = new ArrayList<>();
    List<String> nonces = new ArrayList<>();
    for (int i = 0; i < LINES; i++) {
      RawConnection connection = new RawConnection(server);
      nonces.add(BenchTill.nonce(connection));
      lines.add(new Line(connection, new ArrayList<>()));
    }
    // Made in turn, as they will arrive: ids begin with the time.
    for (int i = 0; i < LINES * EACH; i++) {
      Line line = lines.get(i % LINES);
      BenchTill till = tills.get(i % LINES);
      byte[] body = taken ? till.redeem(codes.next()) : till.redeemInVain(NOTHING);
      line.requests().add(till.request(line.connection(), server, nonces.get(i % LINES), body));
    }
    return lines;
  }

  /** One connection with what it has to send. */
  private record Line(RawConnection connection, List<byte[]> requests) {
    Callable<Long> sending(CountDownLatch start, Latencies latencies) {
      return () -> {
        start.await();
        try (connection) {
          for (byte[] request : requests) {
            long begun = System.nanoTime();
            RawConnection.Answer answer = connection.send(request);
            latencies.add(System.nanoTime() - begun);
            String text = answer.text();
            if (answer.status() != 200 || !text.contains("\"applied\"")) {
              throw new IllegalStateException(answer.status() + " " + text);
            }
          }
        }
        return 0L;
      };
    }
  }
}

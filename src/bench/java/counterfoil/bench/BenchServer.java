package counterfoil.bench;

import counterfoil.domain.calendar.WorkCalendar;
import counterfoil.domain.rights.Role;
import counterfoil.server.http.HttpServer;
import counterfoil.server.http.HttpSettings;
import counterfoil.server.store.Store;
import counterfoil.server.work.SampleBusiness;
import counterfoil.server.work.ServerWork;
import counterfoil.server.work.Surroundings;
import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The server as it is served, on a free port of the loopback address. The store stays open. */
final class BenchServer implements AutoCloseable {
  private final ExecutorService writers = Executors.newCachedThreadPool();
  private final ServerWork work;
  private final HttpServer http;

  /** Makes the use cases of a server. */
  interface Opening {
    ServerWork open(Store store, Surroundings around);
  }

  BenchServer(Store store) throws IOException {
    this(store, ServerWork::open);
  }

  BenchServer(Store store, Opening opening) throws IOException {
    Surroundings around = surroundings(writers);
    work = opening.open(store, around);
    http =
        HttpServer.start(
            work,
            HttpSettings.loopback(0),
            new HttpServer.Surroundings(around.clock(), around.random(), around.ids()));
  }

  static Surroundings surroundings(ExecutorService writers) {
    return new Surroundings(
        InstantSource.system(),
        new SecureRandom(),
        BenchIds::next,
        writers,
        new WorkCalendar(Set.of(), Set.of(), Set.of()),
        Duration.ofDays(90),
        "bench");
  }

  /** Fills a store with a sample business. */
  static SampleBusiness.Made fill(Store store, int vouchers) {
    try (ExecutorService none = Executors.newCachedThreadPool()) {
      return (SampleBusiness.Made) new SampleBusiness(store, surroundings(none)).make(1, vouchers);
    }
  }

  /** The account that redeems at the sample's counters. */
  static SampleBusiness.Account counter(SampleBusiness.Made sample) {
    return sample.accounts().stream()
        .filter(account -> account.roles().contains(Role.SUPERVISOR))
        .findFirst()
        .orElseThrow();
  }

  /** The codes of one use that this account may redeem, each once. */
  static List<SampleBusiness.Code> fresh(SampleBusiness.Made sample) {
    Set<String> stores = counter(sample).stores();
    return sample.codes().stream()
        .filter(code -> code.state().equals("redeemable") && code.uses() == 1)
        .filter(code -> code.store() != null && stores.contains(code.store()))
        .toList();
  }

  ServerWork work() {
    return work;
  }

  URI address() {
    return http.address();
  }

  @Override
  public void close() throws IOException {
    http.close();
    work.close();
    writers.close();
  }
}

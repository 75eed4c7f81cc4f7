package counterfoil.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import counterfoil.fixture.ApiClient;
import counterfoil.fixture.HandClock;
import counterfoil.fixture.Stores;
import counterfoil.protocol.CommandBatch;
import counterfoil.protocol.CommandResult;
import counterfoil.protocol.UndoRedemption;
import counterfoil.server.store.Store;
import counterfoil.server.work.Answer;
import counterfoil.server.work.Caller;
import counterfoil.server.work.SampleBusiness;
import counterfoil.server.work.ServerWork;
import counterfoil.server.work.Surroundings;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A server whose writer takes a turn when the test says so: it is full, and it drains. */
@ParameterizedClass
@EnumSource
final class BusyServerTest {
  private static final int MOST_WAITING = 1024;

  /** The answer is dated before, and the proof judged after, the server counts a request as its. */
  private static final int INSIDE = 2;

  private final AtomicInteger looksAtTheClock = new AtomicInteger();

  private final HandClock clock = new HandClock(Stores.START);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Stores.Opened opened;
  private final SampleBusiness.Account clerk =
      Stores.made().accounts().stream()
          .filter(each -> each.username().equals("fangqing"))
          .findFirst()
          .orElseThrow();
  private Store store;
  private ServerWork work;
  private HttpServer http;
  private ApiClient client;

  BusyServerTest(Stores.Kind kind) {
    opened = Stores.sample(kind);
  }

  @BeforeEach
  void start() throws Exception {
    store = opened.node().get();
    Surroundings usual = Stores.surroundings(clock, threads);
    work =
        ServerWork.open(
            store,
            new Surroundings(
                clock,
                usual.random(),
                usual.ids(),
                _ -> {},
                usual.calendar(),
                usual.tombstonesKept(),
                usual.version()));
    http =
        HttpServer.start(
            work,
            HttpSettings.loopback(0),
            new HttpServer.Surroundings(
                this::looked, new SecureRandom(), () -> UUID.randomUUID().toString()));
    client = new ApiClient(http.address(), clock);
    client.signIn(clerk);
  }

  @AfterEach
  void stop() throws IOException {
    client.close();
    http.close();
    store.close();
    threads.shutdownNow();
    opened.remove().run();
  }

  private Instant looked() {
    looksAtTheClock.incrementAndGet();
    return clock.instant();
  }

  private byte[] batch() {
    return client.batch(
        List.of(client.next(null, new UndoRedemption(UUID.randomUUID().toString(), null))));
  }

  private Future<HttpResponse<byte[]>> post(byte[] body) {
    return threads.submit(() -> client.post("/v1/commands", body, client.token()));
  }

  private List<CompletableFuture<Answer<List<CommandResult>>>> fill(byte[] body) {
    var known =
        work.sessions().caller(client.grant().tokens().accessToken(), client.key().thumbprint());
    Caller caller = ((Answer.Done<Caller>) known).value();
    CommandBatch batch = ((CommandBatch.Read) CommandBatch.read(body)).batch();
    List<CompletableFuture<Answer<List<CommandResult>>>> waiting = new ArrayList<>();
    for (int i = 0; i < MOST_WAITING; i++) {
      waiting.add(work.commands().submit(caller, batch));
    }
    return waiting;
  }

  @Test
  void aFullQueueIsSaidWithARetryAfterAndNothingIsTaken() throws Exception {
    byte[] body = batch();
    var waiting = fill(body);
    assertThat(waiting).noneMatch(CompletableFuture::isDone);
    HttpResponse<byte[]> full = client.post("/v1/commands", body, client.token());
    assertThat(Desk.refused(full, 503, "busy").path("retryable").asBoolean()).isTrue();
    assertThat(full.headers().firstValueAsLong("Retry-After")).hasValue(1);
    assertThat(client.get("/v1/changes?limit=1").statusCode()).as("reading goes on").isEqualTo(200);

    while (!waiting.getLast().isDone()) {
      work.step();
    }
    assertThat(waiting).allMatch(each -> each.join() instanceof Answer.Done);
    assertThat(
            opened.number(
                "SELECT count(*) FROM chain_place WHERE device = '" + client.device() + "'"))
        .isEqualTo(1);
    Future<HttpResponse<byte[]>> again = post(body);
    while (!again.isDone()) {
      work.step();
    }
    assertThat(again.get().statusCode()).isEqualTo(200);
  }

  @Test
  void aServerThatStopsLetsRunningRequestsEndAndTakesNoNewOnes() throws Exception {
    int before = looksAtTheClock.get();
    Future<HttpResponse<byte[]>> running = post(batch());
    while (looksAtTheClock.get() < before + INSIDE) {
      Thread.onSpinWait();
    }
    Future<Boolean> closing = threads.submit(this::close);
    try (ApiClient late = new ApiClient(http.address(), clock)) {
      while (taken(late)) {
        Thread.onSpinWait();
      }
    }
    assertThat(running.isDone()).isFalse();
    while (!running.isDone()) {
      work.step();
    }
    assertThat(Desk.outcomes(running.get())).containsExactly("redemption-unknown");
    assertThat(closing.get()).isTrue();
  }

  private static boolean taken(ApiClient late) {
    try {
      HttpResponse<byte[]> answer = late.raw("GET", "/health/live", null, Map.of());
      if (answer.statusCode() == 503) {
        Desk.refused(answer, 503, "busy");
      }
      return answer.statusCode() == 200;
    } catch (IOException _) {
      return false;
    }
  }

  private boolean close() {
    try {
      http.close();
      return true;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}

package counterfoil.client.remote;

import static org.assertj.core.api.Assertions.assertThat;

import counterfoil.protocol.ClientVersion;
import counterfoil.protocol.Ed25519Key;
import counterfoil.protocol.Problem;
import counterfoil.protocol.ProblemCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A server that answers badly, late, or half. */
final class OkHttpRemoteTest {
  private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");

  private final MockWebServer server = new MockWebServer();
  private final ExecutorService streams = Executors.newCachedThreadPool();
  private Instant serverTime = NOW;
  private Access access;
  private OkHttpRemote remote;

  @BeforeEach
  void start() throws IOException, NoSuchAlgorithmException {
    server.start();
    KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    access = new Access("token", new DeviceKey(pair.getPrivate(), Ed25519Key.of(pair.getPublic())));
    ServerAddress.Reading address = ServerAddress.read("http://127.0.0.1:" + server.getPort());
    remote =
        new OkHttpRemote(
            ((ServerAddress.Fits) address).address(),
            new OkHttpRemote.Surroundings(
                () -> serverTime,
                heard -> serverTime = heard,
                () -> 0,
                () -> UUID.randomUUID().toString(),
                new ClientVersion("1.2", LocalDate.of(2026, 11, 24)),
                streams));
  }

  @AfterEach
  void stop() {
    server.close();
    streams.shutdownNow();
  }

  private void answers(int status, Problem problem) {
    server.enqueue(problem(status, problem).build());
  }

  private static MockResponse.Builder problem(int status, Problem problem) {
    return new MockResponse.Builder()
        .code(status)
        .addHeader("Content-Type", Problem.MEDIA_TYPE)
        .body(new String(problem.bytes(), StandardCharsets.UTF_8));
  }

  private RemoteFailure pull() {
    return ((RemoteReply.Failed<FeedPage>) remote.changes(access, null, 10)).failure();
  }

  @Test
  void saysWithEachRequestWhichProgramAsksAndHearsThatItIsTooOld() throws InterruptedException {
    answers(426, Problem.of(ProblemCode.CLIENT_TOO_OLD));
    server.enqueue(new MockResponse.Builder().code(204).build());
    assertThat(pull()).isEqualTo(new RemoteFailure.TooOld());
    remote.signOut(access);
    for (int i = 0; i < 2; i++) {
      assertThat(server.takeRequest().getHeaders().get("Counterfoil-Client"))
          .isEqualTo("1.2 2026-11-24");
    }
  }

  @Test
  void triesOnceMoreWithTheNonceThatTheServerAsksFor() throws InterruptedException {
    server.enqueue(
        problem(401, Problem.of(ProblemCode.USE_DPOP_NONCE))
            .addHeader("WWW-Authenticate", "DPoP error=\"use_dpop_nonce\"")
            .addHeader("DPoP-Nonce", "n1")
            .build());
    server.enqueue(new MockResponse.Builder().body("{\"results\":[]}").build());
    assertThat(remote.push(access, new byte[] {'{', '}'})).isInstanceOf(RemoteReply.Got.class);
    server.takeRequest();
    String proof = server.takeRequest().getHeaders().get("DPoP");
    assertThat(counterfoil.protocol.Proof.read(proof).orElseThrow().nonce()).isEqualTo("n1");
  }

  @Test
  void learnsTheServersTimeFromARefusedProofAndSignsNobodyOut() {
    Instant later = NOW.plus(Duration.ofHours(2));
    answers(401, Problem.of(ProblemCode.PROOF_TIME).with("server_time", later));
    server.enqueue(new MockResponse.Builder().body("{\"results\":[]}").build());
    assertThat(remote.push(access, new byte[] {'{', '}'})).isInstanceOf(RemoteReply.Got.class);
    assertThat(serverTime).isEqualTo(later);
  }

  @Test
  void throwsAPageAwayThatWasCutInTheMiddle() {
    server.enqueue(
        new MockResponse.Builder()
            .body("{\"collection\":\"goods\",\"id\":\"x\",\"version\":1,\"data\":null}\n")
            .build());
    assertThat(pull()).isEqualTo(new RemoteFailure.Offline(RemoteFailure.Why.GARBLED));
  }

  @Test
  void waitsAsLongAsABusyServerAsks() {
    server.enqueue(
        problem(503, Problem.of(ProblemCode.BUSY)).addHeader("Retry-After", "7").build());
    assertThat(pull()).isEqualTo(new RemoteFailure.Retry(Optional.of(Duration.ofSeconds(7))));
  }

  @Test
  void tellsTheStartOverAnswersApart() {
    answers(410, Problem.of(ProblemCode.CURSOR_TOO_OLD));
    assertThat(pull()).isEqualTo(new RemoteFailure.StartOver(RemoteFailure.Reason.CURSOR_TOO_OLD));
    answers(409, Problem.of(ProblemCode.CURSOR_AHEAD));
    assertThat(pull()).isEqualTo(new RemoteFailure.StartOver(RemoteFailure.Reason.CURSOR_AHEAD));
    answers(412, Problem.of(ProblemCode.SCOPE_CHANGED));
    assertThat(pull()).isEqualTo(new RemoteFailure.StartOver(RemoteFailure.Reason.SCOPE_CHANGED));
  }

  @Test
  void namesWhatAPersonMustDo() {
    answers(401, Problem.of(ProblemCode.TOKEN_EXPIRED));
    assertThat(pull()).isEqualTo(new RemoteFailure.RenewToken());
    answers(401, Problem.of(ProblemCode.TOKEN_INVALID));
    assertThat(pull()).isEqualTo(new RemoteFailure.SignInAgain());
    answers(403, Problem.of(ProblemCode.DEVICE_BLOCKED));
    assertThat(pull()).isEqualTo(new RemoteFailure.DeviceBlocked());
    answers(426, Problem.of(ProblemCode.CLIENT_TOO_OLD));
    assertThat(pull()).isEqualTo(new RemoteFailure.TooOld());
  }

  @Test
  void callsAnAnswerThatNeverCameOffline() {
    server.enqueue(
        new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build());
    assertThat(pull()).isInstanceOf(RemoteFailure.Offline.class);
  }

  @Test
  void refusesPlainHttpBeyondThisMachine() {
    assertThat(ServerAddress.read("http://shop.example")).isEqualTo(new ServerAddress.NeedsTls());
    assertThat(ServerAddress.read("https://shop.example:8443"))
        .isInstanceOf(ServerAddress.Fits.class);
    assertThat(ServerAddress.read("shop.example")).isInstanceOf(ServerAddress.Fits.class);
    assertThat(ServerAddress.read("ftp://shop.example"))
        .isEqualTo(new ServerAddress.NotAnAddress());
    assertThat(ServerAddress.read(" ")).isEqualTo(new ServerAddress.NotAnAddress());
  }
}

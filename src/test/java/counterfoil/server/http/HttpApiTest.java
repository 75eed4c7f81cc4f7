package counterfoil.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import counterfoil.domain.rights.Role;
import counterfoil.fixture.ApiClient;
import counterfoil.fixture.Contract;
import counterfoil.fixture.RunningServer;
import counterfoil.fixture.Stores;
import counterfoil.protocol.Bytes;
import counterfoil.protocol.ChangeReader;
import counterfoil.protocol.CommandResult;
import counterfoil.protocol.ProblemCode;
import counterfoil.protocol.RedeemVoucher;
import counterfoil.protocol.SessionGrant;
import counterfoil.protocol.WireTime;
import counterfoil.server.work.SampleBusiness;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The whole API over a socket, on both stores; every answer is judged by the OpenAPI document. */
@ParameterizedClass
@EnumSource
final class HttpApiTest {
  private final Contract contract = Desk.CONTRACT;
  private final RunningServer server;
  private final Desk desk;
  private final ApiClient client;

  HttpApiTest(Stores.Kind kind) {
    desk = Desk.at(kind);
    server = desk.server;
    client = desk.client;
  }

  @AfterEach
  void unplug() {
    client.close();
  }

  private RedeemVoucher redeem(SampleBusiness.Code code) {
    return desk.redeem(code);
  }

  private static CommandResult only(HttpResponse<byte[]> answer) throws Exception {
    return CommandResult.readAll(answer.body()).getFirst();
  }

  private static String code(JsonNode problem) {
    return problem.path("code").asText();
  }

  @Test
  void aCounterSignsInPullsItsVouchersAndRedeemsOne() throws Exception {
    HttpResponse<byte[]> signIn =
        client.trySignIn(server.counter().username(), server.counter().password());
    contract.check("post", "/v1/sessions", signIn);
    client.signIn(server.counter());
    HttpResponse<byte[]> page = contract.check("get", "/v1/changes", client.get("/v1/changes"));
    ChangeReader reader = new ChangeReader(new ByteArrayInputStream(page.body()));
    int vouchers = 0;
    for (var line = reader.next(); line.isPresent(); line = reader.next()) {
      vouchers += line.get().collection().equals("vouchers") ? 1 : 0;
    }
    assertThat(vouchers).isPositive();

    SampleBusiness.Code code = server.freshCode();
    HttpResponse<byte[]> answer = client.act(null, redeem(code));
    contract.check("post", "/v1/commands", answer);
    assertThat(only(answer).outcome()).isInstanceOf(CommandResult.Applied.class);
    assertThat(only(answer).target()).isEqualTo(code.voucher());
    HttpResponse<byte[]> after = client.get("/v1/changes?after=" + reader.end().cursor());
    contract.check("get", "/v1/changes", after);
    assertThat(new String(after.body(), StandardCharsets.UTF_8)).contains(code.voucher());
  }

  @Test
  void anUnknownCommandAndAnInvalidOneAreRefusedInTheirPlace() throws Exception {
    client.signIn(server.counter());
    String unknown =
        "{\"device_seq\":%d,\"id\":\"%s\",\"type\":\"voucher.eat\"}"
            .formatted(client.nextSeq(), UUID.randomUUID());
    Bytes first = client.append(Bytes.of(unknown.getBytes(StandardCharsets.UTF_8)));
    String invalid =
        "{\"device_seq\":%d,\"id\":\"%s\",\"payload\":{\"uses\":\"one\"},\"type\":\"voucher.redeem\"}"
            .formatted(client.nextSeq(), UUID.randomUUID());
    Bytes second = client.append(Bytes.of(invalid.getBytes(StandardCharsets.UTF_8)));
    Bytes third = client.next(null, redeem(server.freshCode()));
    HttpResponse<byte[]> answer =
        client.post("/v1/commands", client.batch(List.of(first, second, third)), client.token());
    contract.check("post", "/v1/commands", answer);
    List<CommandResult> results = CommandResult.readAll(answer.body());
    assertThat(refusal(results.get(0))).isEqualTo("command-unknown");
    assertThat(refusal(results.get(1))).isEqualTo("command-invalid");
    assertThat(results.get(2).outcome()).isInstanceOf(CommandResult.Applied.class);
  }

  private static String refusal(CommandResult result) {
    return ((CommandResult.Refused) result.outcome()).problem().code();
  }

  @Test
  void aBatchSentTwiceGetsTheSameAnswer() throws Exception {
    client.signIn(server.counter());
    byte[] batch = client.batch(List.of(client.next(null, redeem(server.freshCode()))));
    HttpResponse<byte[]> first = client.post("/v1/commands", batch, client.token());
    HttpResponse<byte[]> second = client.post("/v1/commands", batch, client.token());
    assertThat(only(first).outcome()).isInstanceOf(CommandResult.Applied.class);
    assertThat(second.body()).isEqualTo(first.body());
  }

  @Test
  void bodiesThatAreNoBatchConsumeNothing() throws Exception {
    client.signIn(server.counter());
    byte[] good = client.batch(List.of(client.next(null, redeem(server.freshCode()))));
    assertBatch(Arrays.copyOf(good, good.length / 2), 400, "malformed-json");
    assertBatch(new byte[0], 400, "malformed-json");
    assertBatch("[]".getBytes(StandardCharsets.UTF_8), 422, "invalid-request");
    assertBatch("{\"commands\":1}".getBytes(StandardCharsets.UTF_8), 422, "invalid-request");
    assertBatch("[".repeat(100).getBytes(StandardCharsets.UTF_8), 400, "malformed-json");
    assertBatch(new byte[] {'{', '"', (byte) 0xff, '"', '}'}, 400, "malformed-json");
    assertBatch(" ".repeat(2 << 20).getBytes(StandardCharsets.UTF_8), 413, "too-large");
    String many = "{},".repeat(1000) + "{}";
    assertBatch(
        ("{\"commands\":[" + many + "]}").getBytes(StandardCharsets.UTF_8), 413, "too-large");
    HttpResponse<byte[]> answer = client.post("/v1/commands", good, client.token());
    assertThat(only(answer).outcome()).isInstanceOf(CommandResult.Applied.class);
  }

  private void assertBatch(byte[] body, int status, String code) throws Exception {
    HttpResponse<byte[]> answer = client.post("/v1/commands", body, client.token());
    assertThat(answer.statusCode()).as(code).isEqualTo(status);
    assertThat(code(contract.problem(answer))).isEqualTo(code);
  }

  @Test
  void aProofIsTakenOnceWithTheServersNonceAndTime() throws Exception {
    client.signIn(server.counter());
    String token = Objects.requireNonNull(client.token());
    String proof = client.proof("GET", "/v1/changes", token);
    assertThat(with(proof, token).statusCode()).isEqualTo(200);
    assertRefused(with(proof, token), "proof-replayed");
    assertRefused(with(client.proof("POST", "/v1/changes", token), token), "proof-invalid");
    assertRefused(with(client.proof("GET", "/v1/commands", token), token), "proof-invalid");
    assertRefused(with(client.proof("GET", "/v1/changes", "another"), token), "proof-invalid");
    assertRefused(with("no proof", token), "proof-invalid");

    String early = client.proof("GET", "/v1/changes", token);
    server.clock().forward(Duration.ofSeconds(61));
    JsonNode late = contract.problem(with(early, token));
    assertThat(code(late)).isEqualTo("proof-time");
    assertThat(late.path("server_time").asText())
        .isEqualTo(WireTime.text(server.clock().instant()));

    String old = client.proof("GET", "/v1/changes", token);
    server.clock().forward(Duration.ofMinutes(11));
    HttpResponse<byte[]> nonce = with(old, token);
    assertRefused(nonce, "use_dpop_nonce");
    assertThat(nonce.headers().firstValue("DPoP-Nonce")).isPresent();
  }

  private HttpResponse<byte[]> with(String proof, String token) throws Exception {
    return client.raw(
        "GET", "/v1/changes", null, Map.of("DPoP", proof, "Authorization", "DPoP " + token));
  }

  private void assertRefused(HttpResponse<byte[]> answer, String code) throws Exception {
    assertThat(answer.statusCode()).as(code).isEqualTo(401);
    assertThat(code(contract.problem(answer))).isEqualTo(code);
  }

  @Test
  void aStolenTokenIsWorthNothingWithoutItsKey() throws Exception {
    client.signIn(server.counter());
    try (ApiClient thief = new ApiClient(server.address(), server.clock())) {
      assertRefused(thief.send("GET", "/v1/changes", null, client.token()), "token-invalid");
    }
    assertThat(client.get("/v1/changes").statusCode()).isEqualTo(200);
  }

  @Test
  void anExpiredTokenIsRenewedOnceForTheKeyThatHoldsIt() throws Exception {
    client.signIn(server.counter());
    server.clock().forward(Duration.ofSeconds(client.grant().tokens().expiresIn() + 1));
    assertRefused(client.get("/v1/changes"), "token-expired");
    byte[] body =
        ("{\"refresh_token\":\"" + client.grant().tokens().refreshToken() + "\"}")
            .getBytes(StandardCharsets.UTF_8);
    HttpResponse<byte[]> renewed = client.post("/v1/sessions/refresh", body, null);
    contract.check("post", "/v1/sessions/refresh", renewed);
    assertThat(renewed.statusCode()).isEqualTo(200);
  }

  @Test
  void whoSignedOutIsOut() throws Exception {
    client.signIn(server.counter());
    HttpResponse<byte[]> out = client.send("DELETE", "/v1/sessions/current", null, client.token());
    contract.check("delete", "/v1/sessions/current", out);
    assertThat(out.statusCode()).isEqualTo(204);
    assertThat(client.get("/v1/changes").statusCode()).isEqualTo(401);
  }

  @Test
  void theSixthWrongPasswordLocksEvenTheRightOne() throws Exception {
    SampleBusiness.Account account = server.account(Role.GRADER);
    for (int i = 0; i < 5; i++) {
      assertRefused(client.trySignIn(account.username(), "wrong"), "sign-in-failed");
    }
    HttpResponse<byte[]> locked = client.trySignIn(account.username(), account.password());
    assertThat(locked.statusCode()).isEqualTo(429);
    contract.problem(locked);
    server.clock().forward(Duration.ofMinutes(15));
    assertThat(client.trySignIn(account.username(), account.password()).statusCode())
        .isEqualTo(200);
  }

  @Test
  void everyWrongRequestGetsAProblemDocument() throws Exception {
    Map<String, String> none = Map.of();
    assertProblem(client.raw("GET", "/v1/nothing", null, none), 404, "not-found");
    HttpResponse<byte[]> method = client.raw("PUT", "/v1/commands", new byte[0], none);
    assertProblem(method, 405, "method-not-allowed");
    assertThat(method.headers().firstValue("Allow")).contains("POST");
    assertProblem(client.raw("GET", "/v1/changes", null, none), 401, "token-missing");
    assertProblem(
        client.raw("GET", "/v1/changes", null, Map.of("Authorization", "Bearer x")),
        401,
        "token-invalid");
    HttpResponse<byte[]> text =
        client.raw(
            "POST", "/v1/external/redemptions", new byte[] {'x'}, Map.of("Content-Type", "text/x"));
    assertProblem(text, 415, "unsupported-media-type");
    assertProblem(
        client.raw(
            "POST",
            "/v1/external/redemptions",
            "{}".getBytes(StandardCharsets.UTF_8),
            Map.of("Content-Type", "application/json")),
        401,
        "signature-invalid");
    assertProblem(
        client.raw("GET", "/health/live", null, Map.of("X-Long", "x".repeat(40_000))),
        431,
        "headers-too-large");
  }

  private void assertProblem(HttpResponse<byte[]> answer, int status, String code) {
    assertThat(answer.statusCode()).as(code).isEqualTo(status);
    assertThat(code(contract.problem(answer))).isEqualTo(code);
  }

  @Test
  void aRequestThatIsNoHttpGetsAProblemDocumentToo() throws Exception {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.address().getPort())) {
      socket.getOutputStream().write("GET /x y z\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer).startsWith("HTTP/1.1 400").contains("urn:problem:bad-request");
    }
  }

  @Test
  void cursorsAndLimitsThatNeverWereAreRefused() throws Exception {
    client.signIn(server.counter());
    assertProblem(client.get("/v1/changes?after=nonsense"), 422, "invalid-cursor");
    for (String limit : List.of("0", "10001", "-1", "many")) {
      assertProblem(client.get("/v1/changes?limit=" + limit), 422, "invalid-request");
    }
  }

  @Test
  void theFeedComesCompressedToWhoWantsItSo() throws Exception {
    client.signIn(server.counter());
    String token = Objects.requireNonNull(client.token());
    HttpResponse<byte[]> answer =
        client.raw(
            "GET",
            "/v1/changes",
            null,
            Map.of(
                "DPoP",
                client.proof("GET", "/v1/changes", token),
                "Authorization",
                "DPoP " + token,
                "Accept-Encoding",
                "gzip"));
    assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
    ChangeReader reader =
        new ChangeReader(new GZIPInputStream(new ByteArrayInputStream(answer.body())));
    while (reader.next().isPresent()) {}
    assertThat(reader.end().lines()).isPositive();
  }

  @Test
  void whoListensIsPokedWhenSomethingInScopeChanges() throws Exception {
    client.signIn(server.counter());
    String token = Objects.requireNonNull(client.token());
    client.get("/v1/changes");
    HttpRequest request =
        HttpRequest.newBuilder(server.address().resolve("/v1/changes/live"))
            .header("DPoP", client.proof("GET", "/v1/changes/live", token))
            .header("Authorization", "DPoP " + token)
            .build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpResponse<InputStream> live = http.send(request, BodyHandlers.ofInputStream());
      assertThat(live.statusCode()).isEqualTo(200);
      try (BufferedReader lines =
          new BufferedReader(new InputStreamReader(live.body(), StandardCharsets.UTF_8))) {
        assertThat(lines.readLine()).isEqualTo(": listening");
        client.act(null, redeem(server.freshCode()));
        String line = lines.readLine();
        while (line != null && !line.startsWith("event:")) {
          line = lines.readLine();
        }
        assertThat(line).isEqualTo("event: poke");
        assertThat(lines.readLine()).startsWith("data: {\"cursor\":\"");
      }
      http.shutdownNow();
    }
  }

  @Test
  void theOpenPathsNeedNoToken() throws Exception {
    for (String path : List.of("/health/live", "/health/ready", "/v1/openapi.yaml", "/metrics")) {
      HttpResponse<byte[]> answer = client.raw("GET", path, null, Map.of());
      assertThat(answer.statusCode()).as(path).isEqualTo(200);
      contract.check("get", path, answer);
    }
    String metrics =
        new String(client.raw("GET", "/metrics", null, Map.of()).body(), StandardCharsets.UTF_8);
    assertThat(metrics).contains("counterfoil_http_requests_total");
  }

  @Test
  void theDocumentNamesEveryCodeAndNoOther() {
    assertThat(contract.codes())
        .containsExactlyElementsOf(
            Arrays.stream(ProblemCode.values()).map(ProblemCode::code).toList());
  }

  @Test
  void theDocumentDescribesEveryTypeOfCommand() {
    for (String type : SessionGrant.allCommands()) {
      assertThat(contract.has(type)).as(type).isTrue();
    }
  }
}

package counterfoil.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import counterfoil.domain.calendar.TenantCalendar;
import counterfoil.fixture.ApiClient;
import counterfoil.fixture.RunningServer;
import counterfoil.fixture.Stores;
import counterfoil.protocol.RevokeDevice;
import counterfoil.protocol.SessionGrant;
import counterfoil.protocol.TokenPair;
import counterfoil.server.work.SampleBusiness;
import counterfoil.server.work.Tenants;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Who is asking: sign-in, tokens, nonces, devices that were shut out. */
@ParameterizedClass
@EnumSource
final class SessionsOverHttpTest {
  private static final String HASH = "0".repeat(64);

  private final Stores.Kind kind;
  private RunningServer server;
  private Desk desk;

  SessionsOverHttpTest(Stores.Kind kind) {
    this.kind = kind;
  }

  @BeforeEach
  void start() {
    server = RunningServer.start(kind);
    desk = new Desk(server);
  }

  @AfterEach
  void stop() {
    desk.close();
    server.close();
  }

  private List<HttpResponse<byte[]>> everythingElse() throws Exception {
    String token = desk.token();
    ApiClient client = desk.client;
    return List.of(
        client.get("/v1/changes"),
        client.get("/v1/changes/live"),
        client.post("/v1/commands", Desk.bytes("{}"), token),
        client.send("PUT", "/v1/attachments/" + HASH, new byte[1], token),
        client.get("/v1/attachments/" + HASH),
        client.post("/v1/users/" + client.grant().user().id() + "/reset-code", new byte[0], token));
  }

  private HttpResponse<byte[]> changePassword(String from, String to) throws Exception {
    return desk.client.send(
        "PUT",
        "/v1/users/" + desk.client.grant().user().id() + "/password",
        Desk.bytes("{\"old_password\":\"" + from + "\",\"new_password\":\"" + to + "\"}"),
        desk.token());
  }

  @Test
  void whoMustChangeThePasswordCanDoNothingElse() throws Exception {
    server.tenants().resetAdmin(SampleBusiness.TENANT, "admin", "first-password");
    desk.client.signIn("admin", "first-password");
    for (HttpResponse<byte[]> answer : everythingElse()) {
      Desk.refused(answer, 403, "password-must-change");
    }
    Desk.refused(changePassword("first-password", "first-password"), 422, "invalid-request");
    Desk.refused(changePassword("first-password", "short"), 422, "invalid-request");
    Desk.refused(changePassword("wrong-password", "second-password"), 401, "sign-in-failed");
    assertThat(changePassword("first-password", "second-password").statusCode()).isEqualTo(204);
    assertThat(desk.client.get("/v1/changes").statusCode()).isEqualTo(200);
  }

  @Test
  void aDeviceThatWasShutOutIsShutOutOfEverything() throws Exception {
    desk.signIn("fangqing");
    try (Desk admin = desk.beside("admin")) {
      assertThat(Desk.outcome(admin.act(desk.client.device(), new RevokeDevice("sold"))))
          .isEqualTo("applied");
    }
    for (HttpResponse<byte[]> answer : everythingElse()) {
      if (answer.statusCode() != 422) {
        Desk.refused(answer, 403, "device-blocked");
      }
    }
    Desk.refused(desk.client.act(null, desk.redeem(server.freshCode())), 403, "device-blocked");
    Desk.refused(changePassword("fangqing-sample", "another-password"), 403, "device-blocked");
    Desk.refused(refresh(desk.client.grant().tokens()), 403, "device-blocked");
    Desk.refused(desk.client.trySignIn("fangqing", "fangqing-sample"), 403, "device-blocked");
  }

  private String resetCode(Desk admin, String user) throws Exception {
    HttpResponse<byte[]> answer =
        admin.client.post("/v1/users/" + user + "/reset-code", new byte[0], admin.token());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    return new ObjectMapper().readTree(answer.body()).path("reset_code").asText();
  }

  private static HttpResponse<byte[]> reset(Desk by, String user, String code, String password)
      throws Exception {
    return by.client.send(
        "PUT",
        "/v1/users/" + user + "/password",
        Desk.bytes("{\"reset_code\":\"" + code + "\",\"new_password\":\"" + password + "\"}"),
        null);
  }

  @Test
  void aDeviceThatWasShutOutSetsNoPasswordByResetCodeEither() throws Exception {
    desk.signIn("fangqing");
    String user = desk.client.grant().user().id();
    try (Desk admin = desk.beside("admin");
        Desk other = new Desk(server)) {
      admin.act(desk.client.device(), new RevokeDevice("sold"));
      String code = resetCode(admin, user);
      Desk.refused(reset(desk, user, code, "the-thief's-own"), 403, "device-blocked");
      assertThat(reset(other, user, code, "her-new-password").statusCode()).isEqualTo(204);
      assertThat(other.client.trySignIn("fangqing", "her-new-password").statusCode())
          .isEqualTo(200);
    }
  }

  @Test
  void aResetCodeServesOnceAlsoForTwoAtTheSameTime() throws Exception {
    desk.signIn("fangqing");
    String user = desk.client.grant().user().id();
    List<Future<Integer>> tries = new ArrayList<>();
    try (Desk admin = desk.beside("admin");
        ExecutorService threads = Executors.newFixedThreadPool(2)) {
      String code = resetCode(admin, user);
      for (String password : List.of("the-first-password", "the-second-password")) {
        tries.add(
            threads.submit(
                () -> {
                  try (Desk other = new Desk(server)) {
                    return reset(other, user, code, password).statusCode();
                  }
                }));
      }
    }
    List<Integer> answers = tries.stream().map(Future::resultNow).sorted().toList();
    assertThat(answers).startsWith(204);
    assertThat(answers.getLast()).isIn(401, 409);
  }

  private HttpResponse<byte[]> refresh(TokenPair pair) throws Exception {
    return desk.client.post(
        "/v1/sessions/refresh",
        Desk.bytes("{\"refresh_token\":\"" + pair.refreshToken() + "\"}"),
        null);
  }

  private static TokenPair pair(HttpResponse<byte[]> answer) throws Exception {
    Desk.CONTRACT.check("post", "/v1/sessions/refresh", answer);
    return TokenPair.read(answer.body());
  }

  private int status(TokenPair pair) throws Exception {
    return desk.client.send("GET", "/v1/changes?limit=1", null, pair.accessToken()).statusCode();
  }

  @Test
  void anOldRefreshTokenGivesTheSamePairUntilThatIsUsedAndThenEndsTheSession() throws Exception {
    desk.signIn("fangqing");
    TokenPair first = desk.client.grant().tokens();
    TokenPair second = pair(refresh(first));
    assertThat(second.refreshToken()).isNotEqualTo(first.refreshToken());
    assertThat(pair(refresh(first)).accessToken()).isEqualTo(second.accessToken());
    assertThat(status(second)).isEqualTo(200);
    Desk.refused(refresh(first), 401, "token-invalid");
    assertThat(status(second)).as("a replay revokes the family").isEqualTo(401);
    Desk.refused(refresh(second), 401, "token-invalid");
  }

  @Test
  void aRefreshTokenOfLongAgoEndsTheSessionToo() throws Exception {
    desk.signIn("fangqing");
    TokenPair first = desk.client.grant().tokens();
    TokenPair second = pair(refresh(first));
    TokenPair third = pair(refresh(second));
    try (ApiClient thief = new ApiClient(server.address(), server.clock())) {
      byte[] body = Desk.bytes("{\"refresh_token\":\"" + first.refreshToken() + "\"}");
      Desk.refused(thief.post("/v1/sessions/refresh", body, null), 401, "token-invalid");
    }
    assertThat(status(third)).as("without the key a token does nothing").isEqualTo(200);
    Desk.refused(refresh(first), 401, "token-invalid");
    assertThat(status(third)).isEqualTo(401);
  }

  @Test
  void wrongPasswordsThatComeAtOnceAreStillCountedOneByOne() throws Exception {
    List<Future<Integer>> tries = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      for (int i = 0; i < 9; i++) {
        tries.add(
            threads.submit(
                () -> {
                  try (Desk other = new Desk(server)) {
                    return other.client.trySignIn("linxiao", "wrong").statusCode();
                  }
                }));
      }
    }
    List<Integer> answers = tries.stream().map(Future::resultNow).sorted().toList();
    assertThat(answers).containsExactly(401, 401, 401, 401, 401, 429, 429, 429, 429);
    Desk.refused(desk.client.trySignIn("linxiao", "linxiao-sample"), 429, "sign-in-locked");
    assertThat(desk.client.trySignIn("zhouning", "zhouning-sample").statusCode()).isEqualTo(200);
    server.clock().forward(Duration.ofMinutes(15));
    assertThat(desk.client.trySignIn("linxiao", "linxiao-sample").statusCode()).isEqualTo(200);
  }

  private String secondTenant() {
    Tenants.Outcome made =
        server
            .tenants()
            .init(
                new Tenants.NewTenant(
                    "Second", "第二商行", TenantCalendar.USUAL_ZONE, "admin", "second-password"));
    return ((Tenants.Done) made).tenant();
  }

  @Test
  void aServerWithOneTenantAsksForNoneAndOneWithSeveralDoes() throws Exception {
    assertThat(desk.client.trySignIn(null, "fangqing", "fangqing-sample").statusCode())
        .isEqualTo(200);
    String second = secondTenant();
    Desk.refused(desk.client.trySignIn(null, "fangqing", "fangqing-sample"), 422, "tenant-needed");
    for (String named : List.of("Second", " second ", "第二商行", second)) {
      try (Desk other = new Desk(server)) {
        HttpResponse<byte[]> answer = other.client.trySignIn(named, "admin", "second-password");
        assertThat(answer.statusCode()).as(named).isEqualTo(200);
        assertThat(SessionGrant.read(answer.body()).tenant()).isEqualTo(second);
      }
    }
  }

  @Test
  void aTenantThatIsNotThereIsRefusedAsAWrongPasswordIsUnlessItsIdIsKnown() throws Exception {
    secondTenant();
    for (int left = 4; left >= 0; left--) {
      HttpResponse<byte[]> answer = desk.client.trySignIn("nobody", "admin", "second-password");
      JsonNode problem = Desk.refused(answer, 401, "sign-in-failed");
      assertThat(problem.path("tries_left").asInt(-1)).isEqualTo(left);
    }
    Desk.refused(desk.client.trySignIn("nobody", "admin", "any"), 429, "sign-in-locked");
    String unknown = "01930000-0000-7000-8000-00000000abcd";
    Desk.refused(desk.client.trySignIn(unknown, "admin", "any"), 404, "tenant-unknown");
  }

  @Test
  void aDeviceLearnsWhetherItsTenantIsHereBeforeAnybodySignsIn() throws Exception {
    String second = secondTenant();
    HttpResponse<byte[]> here = desk.client.raw("GET", "/health/tenants/" + second, null, Map.of());
    Desk.CONTRACT.check("get", "/health/tenants/{id}", here);
    assertThat(here.statusCode()).isEqualTo(200);
    String unknown = "/health/tenants/01930000-0000-7000-8000-00000000abcd";
    Desk.refused(desk.client.raw("GET", unknown, null, Map.of()), 404, "not-found");
  }

  @Test
  void aWrongPasswordSaysHowManyTriesAreLeft() throws Exception {
    for (int left = 4; left >= 0; left--) {
      JsonNode problem =
          Desk.refused(desk.client.trySignIn("linxiao", "wrong"), 401, "sign-in-failed");
      assertThat(problem.path("tries_left").asInt(-1)).isEqualTo(left);
    }
    Desk.refused(desk.client.trySignIn("linxiao", "linxiao-sample"), 429, "sign-in-locked");
  }

  @Test
  void aKnownDeviceWithAnotherKeyIsNotLetIn() throws Exception {
    desk.signIn("fangqing");
    try (ApiClient other = desk.client.withAnotherKey()) {
      Desk.refused(other.trySignIn("fangqing", "fangqing-sample"), 403, "device-known");
    }
  }

  @Test
  void aNonceOfAnotherNodeIsAskedForAgainAndSignsNobodyOut() throws Exception {
    desk.signIn("fangqing");
    try (RunningServer second = server.node()) {
      ApiClient moved = desk.client.at(second.address());
      String proof = moved.proof("GET", "/v1/changes", desk.token());
      HttpResponse<byte[]> asked =
          moved.raw(
              "GET",
              "/v1/changes",
              null,
              Map.of("DPoP", proof, "Authorization", "DPoP " + desk.token()));
      Desk.refused(asked, 401, "use_dpop_nonce");
      assertThat(asked.headers().firstValue("WWW-Authenticate").orElse(""))
          .startsWith("DPoP")
          .contains("error=\"use_dpop_nonce\"");
      assertThat(asked.headers().firstValue("DPoP-Nonce")).isPresent();
      assertThat(moved.get("/v1/changes").statusCode()).isEqualTo(200);
    }
    assertThat(desk.client.get("/v1/changes").statusCode()).isEqualTo(200);
  }

  @Test
  void everyAnswerIsDatedByTheClockThatJudgesProofs() throws Exception {
    String now = "Tue, 24 Nov 2026 06:00:00 GMT";
    for (String path : List.of("/health/live", "/v1/nothing", "/v1/changes")) {
      HttpResponse<byte[]> answer = desk.client.raw("GET", path, null, Map.of());
      assertThat(answer.headers().allValues("Date")).as(path).containsExactly(now);
    }
    HttpResponse<byte[]> head = desk.client.raw("HEAD", "/health/live", null, Map.of());
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    assertThat(desk.client.raw("POST", "/health/live", null, Map.of()).headers().map())
        .containsEntry("allow", List.of("GET, HEAD"));
  }
}

package counterfoil.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.ContextInitializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import counterfoil.client.remote.ServerAddress;
import counterfoil.client.work.SignInAnswer;
import counterfoil.domain.voucher.Redemption;
import counterfoil.domain.voucher.Take;
import counterfoil.domain.voucher.VoucherCode;
import counterfoil.fixture.ApiClient;
import counterfoil.protocol.RedeemVoucher;
import counterfoil.protocol.TokenPair;
import counterfoil.protocol.UndoRedemption;
import counterfoil.server.http.HttpSettings;
import counterfoil.server.store.Store;
import counterfoil.server.work.SampleBusiness;
import counterfoil.server.work.SampleCase;
import counterfoil.server.work.Surroundings;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/**
 * A busy day with every logger at TRACE, client and server in one process: no code, token,
 * password, name or telephone number is in the log.
 */
final class SecretsNotLoggedTest {
  private static final int SHORTEST = 2;

  @TempDir Path folder;
  private final LoggerContext logs = (LoggerContext) LoggerFactory.getILoggerFactory();
  private final World world = new World();
  private final Set<String> secrets = new TreeSet<>();
  private SampleBusiness.Made sample;
  private RunningServer server;
  private Path data;

  @BeforeEach
  void start() throws Exception {
    data = folder.resolve("server");
    Logs.to(folder, "day");
    logs.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).setLevel(Level.TRACE);
    Store store = Store.embedded(data, world.random());
    sample = (SampleBusiness.Made) new SampleBusiness(store, around()).make(1, 240);
    server =
        RunningServer.start(
            store,
            RunningServer.Folders.embedded(data),
            HttpSettings.loopback(0),
            World.TOMBSTONES_KEPT,
            world);
    for (SampleBusiness.Code code : sample.codes()) {
      secrets.add(code.code());
      secrets.add(VoucherCode.normalise(code.code()));
    }
    for (SampleBusiness.Account account : sample.accounts()) {
      secrets.add(account.password());
      secrets.add(account.username());
    }
    // The word stands for the role as well.
    secrets.remove("admin");
  }

  @AfterEach
  void logAsBefore() throws Exception {
    logs.reset();
    new ContextInitializer(logs).autoConfig();
  }

  private Surroundings around() {
    return world.surroundings(data, World.TOMBSTONES_KEPT);
  }

  private SampleBusiness.Account account(String username) {
    return sample.accounts().stream()
        .filter(each -> each.username().equals(username))
        .findFirst()
        .orElseThrow();
  }

  private SampleBusiness.Code code(SampleCase wanted, int which) {
    return sample.codes(wanted).stream()
        .filter(each -> account("fangqing").stores().contains(each.store()))
        .skip(which)
        .findFirst()
        .orElseThrow();
  }

  private static RedeemVoucher redeem(String code, String store, Redemption.Mode mode) {
    return new RedeemVoucher(code, new Take.Uses(1), store, Instant.now(), mode, null);
  }

  private ApiClient device() {
    return new ApiClient(server.address(), InstantSource.system());
  }

  private void learn(TokenPair pair) {
    secrets.add(pair.accessToken());
    secrets.add(pair.refreshToken());
  }

  private static String text(HttpResponse<byte[]> answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }

  /** People of the feed: names and telephone numbers. */
  private void people() throws Exception {
    try (ApiClient admin = device()) {
      learn(admin.signIn(account("admin")).tokens());
      ObjectMapper json = new ObjectMapper();
      for (String line : text(admin.get("/v1/changes?limit=10000")).lines().toList()) {
        JsonNode row = json.readTree(line);
        JsonNode of = row.path("data");
        Stream.of(of.path("buyer").path("name"), of.path("buyer").path("phone"))
            .map(JsonNode::asText)
            .filter(text -> !text.isEmpty())
            .forEach(secrets::add);
        if (row.path("collection").asText().equals("users")) {
          secrets.add(of.path("name").asText());
        }
      }
      newPassword(admin);
    }
  }

  private void newPassword(ApiClient admin) throws Exception {
    String user = userOf("linxiao");
    HttpResponse<byte[]> answer =
        admin.post("/v1/users/" + user + "/reset-code", new byte[0], admin.token());
    String code = new ObjectMapper().readTree(answer.body()).path("reset_code").asText();
    String password = "a-new-one-of-today";
    HttpResponse<byte[]> changed =
        admin.send(
            "PUT",
            "/v1/users/" + user + "/password",
            bytes("{\"reset_code\":\"" + code + "\",\"new_password\":\"" + password + "\"}"),
            null);
    assertThat(changed.statusCode()).as(text(changed)).isEqualTo(204);
    secrets.addAll(List.of(code, password));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private String userOf(String username) throws Exception {
    try (ApiClient client = device()) {
      return client.signIn(account(username)).user().id();
    }
  }

  /** What a hand-made device does, rightly and wrongly. */
  private void device(String username) throws Exception {
    SampleBusiness.Code good = code(SampleCase.GOOD, 0);
    String store = Objects.requireNonNull(good.store());
    try (ApiClient client = device()) {
      client.trySignIn(username, "wrong-" + account(username).password());
      learn(client.signIn(account(username)).tokens());
      for (Redemption.Mode mode : Redemption.Mode.values()) {
        client.act(null, redeem(good.code(), store, mode));
        client.act(null, redeem("K7QM-3XRD-9F2X", store, mode));
      }
      client.act(null, new UndoRedemption(UUID.randomUUID().toString(), "because"));
      SampleBusiness.Code spoilt = code(SampleCase.GOOD, 1);
      spoil("UPDATE voucher SET good = 'gone' WHERE id = '" + spoilt.voucher() + "'");
      assertThat(text(client.act(null, redeem(spoilt.code(), store, Redemption.Mode.ONLINE))))
          .contains("incident");
      client.post("/v1/commands", bytes("{\"commands\":\"" + good.code() + "\""), client.token());
      client.get("/v1/changes?after=" + good.code());
      client.get("/v1/attachments/" + good.code());
      learn(
          TokenPair.read(
              client
                  .post(
                      "/v1/sessions/refresh",
                      bytes(
                          "{\"refresh_token\":\"" + client.grant().tokens().refreshToken() + "\"}"),
                      null)
                  .body()));
      secrets.add("K7QM-3XRD-9F2X");
      secrets.add("K7QM3XRD9F2X");
    }
  }

  private void spoil(String change) throws Exception {
    try (Connection file =
            DriverManager.getConnection("jdbc:sqlite:" + Store.file(data) + "?busy_timeout=10000");
        Statement sql = file.createStatement()) {
      assertThat(sql.executeUpdate(change)).isEqualTo(1);
    }
  }

  /** What the program itself does at a counter, with the server and without. */
  private void counter() throws IOException {
    ServerAddress address =
        ((ServerAddress.Fits) ServerAddress.read(server.address().toString())).address();
    Station.Opening opening = Station.open(folder.resolve("client"), address, "Till 1", world);
    try (Station station = ((Station.Opening.Ready) opening).station()) {
      SampleBusiness.Account clerk = account("fangqing");
      assertThat(station.signIn().signIn(clerk.username(), clerk.password().toCharArray()))
          .isInstanceOf(SignInAnswer.SignedIn.class);
      for (int i = 2; i < 5; i++) {
        station.counter().redeem(code(SampleCase.GOOD, i).code());
      }
      station.counter().redeem(code(SampleCase.REDEEMED, 0).code());
      station.counter().lookUp(code(SampleCase.GOOD, 5).code());
      server.close();
      station.counter().redeem(code(SampleCase.GOOD, 6).code());
      station.counter().redeem(code(SampleCase.STORED_VALUE, 0).code());
    }
  }

  private String log() throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.walk(folder.resolve("logs"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        all.append(Files.readString(file));
      }
    }
    return all.toString();
  }

  @Test
  void noSecretOfABusyDayIsInTheLog() throws Exception {
    people();
    device("fangqing");
    counter();
    String log = log();
    assertThat(log).contains("POST /v1/commands 200").contains("DEBUG").contains("incident");
    List<String> found = new ArrayList<>();
    for (String secret : secrets) {
      if (secret.length() >= SHORTEST && log.contains(secret)) {
        found.add(secret);
      }
    }
    assertThat(found).isEmpty();
  }
}

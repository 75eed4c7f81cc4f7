package counterfoil.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import counterfoil.server.http.HttpSettings;
import counterfoil.server.store.Store;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** VO-3 from the console to the wire: the key that a command prints signs a report over HTTP. */
final class OutsideKeyCommandTest {
  private static final Pattern PRINTED =
      Pattern.compile("key (\\S+)\\nsecret ([0-9a-f]{64})\\n.*", Pattern.DOTALL);

  @TempDir Path data;

  private Said key(String... more) {
    String[] words = new String[5 + more.length];
    System.arraycopy(
        new String[] {"outside-key", "--data", data.toString(), "--tenant", "sample"},
        0,
        words,
        0,
        5);
    System.arraycopy(more, 0, words, 5, more.length);
    return Said.run(words);
  }

  /** A key as it was printed. */
  private record Key(String id, String secret) {}

  private static Key printed(Said said) {
    assertThat(said.exit()).as(said.err()).isZero();
    Matcher form = PRINTED.matcher(said.out());
    assertThat(form.matches()).as("the form of what is printed").isTrue();
    return new Key(form.group(1), form.group(2));
  }

  private static String post(URI server, Key key, String body) throws Exception {
    long at = Instant.now().getEpochSecond();
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(HexFormat.of().parseHex(key.secret()), "HmacSHA256"));
    String hex =
        HexFormat.of().formatHex(mac.doFinal((at + "." + body).getBytes(StandardCharsets.UTF_8)));
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(
              HttpRequest.newBuilder(server.resolve("/v1/external/redemptions"))
                  .header("Content-Type", "application/json")
                  .header("Counterfoil-Signature", "t=" + at + ",k=" + key.id() + ",v1=" + hex)
                  .POST(BodyPublishers.ofString(body))
                  .build(),
              BodyHandlers.ofString())
          .body();
    }
  }

  private static String report(String id, String code) {
    return "{\"id\":\"%s\",\"code\":\"%s\",\"uses\":1,\"redeemed_at\":\"%s\",\"place\":\"North gate\"}"
        .formatted(id, code, Instant.now().truncatedTo(ChronoUnit.SECONDS));
  }

  @Test
  void aKeyMadeAtTheConsoleSignsReportsUntilItIsRevoked() throws Exception {
    Said sample = Said.run("sample", "--data", data.toString(), "--vouchers", "80", "--json");
    JsonNode made = new ObjectMapper().readTree(sample.out());
    String code = "";
    for (JsonNode each : made.path("codes")) {
      code = each.path("state").asText().equals("external") ? each.path("code").asText() : code;
    }
    assertThat(code).isNotEmpty();
    String tenant = made.path("tenant").asText();

    Said unknown =
        Said.run("outside-key", "--data", data.toString(), "--tenant", tenant, "--party", "?");
    assertThat(unknown.exit()).isEqualTo(1);
    Matcher party = Pattern.compile("\\(([0-9a-f-]{36})\\)").matcher(unknown.err());
    World world = new World();
    try (RunningServer server =
        RunningServer.start(
            Store.embedded(data, world.random()),
            new RunningServer.Folders(data, null),
            HttpSettings.loopback(0),
            World.TOMBSTONES_KEPT,
            world)) {
      String answer = "";
      Key key = null;
      while (party.find() && !answer.contains("\"applied\"")) {
        key = printed(key("--party", party.group(1)));
        answer = post(server.address(), key, report("order-1", code));
        assertThat(answer).containsAnyOf("\"applied\"", "voucher-unknown");
      }
      assertThat(answer).contains("\"applied\"");
      Key used = Objects.requireNonNull(key);
      assertThat(key("--revoke", used.id()).exit()).isZero();
      assertThat(post(server.address(), used, report("order-1", code)))
          .contains("signature-invalid");
    }
    assertThat(Said.run("verify-audit", "--data", data.toString()).exit()).isZero();
  }

  @Test
  void saysWhatToDoWhenItCannot() {
    Said.run("sample", "--data", data.toString(), "--vouchers", "0");
    Said neither = key();
    assertThat(neither.exit()).isEqualTo(2);
    assertThat(neither.err()).contains("--party");
    Said nobody = key("--party", "nobody");
    assertThat(nobody.exit()).isEqualTo(1);
    assertThat(key("--revoke", "nothing").err()).contains("There is no");
  }
}

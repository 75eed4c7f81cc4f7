package counterfoil.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import counterfoil.fixture.Stores;
import counterfoil.server.work.OutsideKeys;
import counterfoil.server.work.SampleBusiness;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What comes from outside: reports of other systems (VO-3), and evidence. */
@ParameterizedClass
@EnumSource
final class OutsideOverHttpTest {
  private static final byte[] PNG = {
    (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 1, 2, 3, 4, 5
  };

  private final Desk desk;

  OutsideOverHttpTest(Stores.Kind kind) throws Exception {
    desk = Desk.at(kind, "heyan");
  }

  @AfterEach
  void unplug() {
    desk.close();
  }

  private OutsideKeys.Made key() {
    return (OutsideKeys.Made)
        desk.server.outsideKeys().make(SampleBusiness.TENANT, desk.client.grant().actor().party());
  }

  private SampleBusiness.Code external(int which) {
    return Stores.codes().stream()
        .filter(code -> code.state().equals("external"))
        .toList()
        .get(which);
  }

  private String report(String id, String code) {
    return "{\"id\":\"%s\",\"code\":\"%s\",\"uses\":1,\"redeemed_at\":\"2026-11-24T05:00:00.000Z\",\"place\":\"North gate\"}"
        .formatted(id, code);
  }

  private HttpResponse<byte[]> post(OutsideKeys.Made key, String body, Instant at, String signed)
      throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key.secret().toArray(), "HmacSHA256"));
    String hex =
        HexFormat.of().formatHex(mac.doFinal(Desk.bytes(at.getEpochSecond() + "." + signed)));
    HttpResponse<byte[]> answer =
        desk.client.raw(
            "POST",
            "/v1/external/redemptions",
            Desk.bytes(body),
            Map.of(
                "Content-Type",
                "application/json",
                "Counterfoil-Signature",
                "t=" + at.getEpochSecond() + ",k=" + key.id() + ",v1=" + hex));
    return Desk.CONTRACT.check("post", "/v1/external/redemptions", answer);
  }

  @Test
  void anOutsideSystemRedeemsOnceWhateverItRepeats() throws Exception {
    OutsideKeys.Made key = key();
    Instant now = desk.server.clock().instant();
    SampleBusiness.Code code = external(0);
    String body = report("order-1", code.code());
    HttpResponse<byte[]> first = post(key, body, now, body);
    assertThat(Desk.text(first)).contains("\"id\":\"order-1\"").contains("\"applied\"");
    assertThat(post(key, body, now.plusSeconds(60), body).body()).isEqualTo(first.body());
    String other = report("order-1", external(1).code());
    assertThat(Desk.text(post(key, other, now, other))).contains("command-id-reused");
    String again = report("order-2", code.code());
    assertThat(Desk.text(post(key, again, now, again))).contains("voucher-already-redeemed");
    String inside = report("order-3", desk.server.freshCode().code());
    assertThat(Desk.text(post(key, inside, now, inside))).contains("voucher-unknown");
  }

  @Test
  void aReportIsBelievedForFiveMinutesAndOnlyAsItWasSigned() throws Exception {
    OutsideKeys.Made key = key();
    Instant now = desk.server.clock().instant();
    String body = report("order-9", external(2).code());
    Desk.refused(post(key, body, now.minusSeconds(301), body), 401, "signature-invalid");
    Desk.refused(post(key, body, now.plusSeconds(302), body), 401, "signature-invalid");
    Desk.refused(post(key, body, now, body + " "), 401, "signature-invalid");
    OutsideKeys.Made unknown = new OutsideKeys.Made("nobody", key.secret());
    Desk.refused(post(unknown, body, now, body), 401, "signature-invalid");
    String torn = body.substring(0, 20);
    Desk.refused(post(key, torn, now, torn), 400, "malformed-json");
    assertThat(Desk.text(post(key, body, now.minus(Duration.ofMinutes(4)), body)))
        .contains("\"applied\"");
  }

  private static String hash(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  private HttpResponse<byte[]> put(String hash, String type, byte[] bytes) throws Exception {
    String path = "/v1/attachments/" + hash;
    desk.client.get("/v1/changes?limit=1");
    return desk.client.raw(
        "PUT",
        path,
        bytes,
        Map.of(
            "DPoP",
            desk.client.proof("PUT", path, desk.token()),
            "Authorization",
            "DPoP " + desk.token(),
            "Content-Type",
            type));
  }

  @Test
  void evidenceIsKeptUnderItsHashAndShownToItsPartyAndTheOperator() throws Exception {
    String hash = hash(PNG);
    Desk.refused(put("0".repeat(64), "image/png", PNG), 422, "invalid-request");
    Desk.refused(put(hash, "application/pdf", PNG), 415, "unsupported-media-type");
    Desk.refused(put(hash, "text/html", PNG), 415, "unsupported-media-type");
    assertThat(put(hash, "image/png", PNG).statusCode()).isEqualTo(204);
    assertThat(put(hash, "image/png", PNG).statusCode()).isEqualTo(204);
    String path = "/v1/attachments/" + hash;
    HttpResponse<byte[]> got = desk.client.get(path);
    assertThat(got.body()).isEqualTo(PNG);
    assertThat(got.headers().firstValue("Content-Type")).contains("image/png");
    try (Desk operator = desk.beside("chenyu");
        Desk stranger = desk.beside("xulu")) {
      assertThat(operator.client.get(path).body()).isEqualTo(PNG);
      Desk.refused(stranger.client.get(path), 404, "not-found");
    }
  }

  @Test
  void evidenceThatIsTooLargeIsRefusedToAClientThatReadsOnlyAfterItHasSentAll() throws Exception {
    byte[] large = Arrays.copyOf(PNG, (20 << 20) + 1);
    for (int i = 0; i < 3; i++) {
      HttpResponse<byte[]> answer = put(hash(large), "image/png", large);
      Desk.refused(answer, 413, "too-large");
      assertThat(answer.headers().firstValue("Connection")).contains("close");
    }
    byte[] most = Arrays.copyOf(PNG, 20 << 20);
    assertThat(put(hash(most), "image/png", most).statusCode()).isEqualTo(204);
  }
}

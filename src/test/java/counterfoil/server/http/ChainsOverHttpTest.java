package counterfoil.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import counterfoil.domain.voucher.Redemption;
import counterfoil.fixture.ApiClient;
import counterfoil.fixture.Stores;
import counterfoil.protocol.Bytes;
import counterfoil.protocol.Command;
import counterfoil.protocol.ExpectedVersion;
import counterfoil.protocol.FreezeVoucher;
import counterfoil.protocol.Payload;
import counterfoil.server.work.SampleBusiness;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Commands and the chain of a device: the answers (a) to (e), versions, ids used again. */
@ParameterizedClass
@EnumSource
final class ChainsOverHttpTest {
  private final Desk desk;
  private final ApiClient client;

  ChainsOverHttpTest(Stores.Kind kind) throws Exception {
    desk = Desk.at(kind, "fangqing");
    client = desk.client;
  }

  @AfterEach
  void unplug() {
    desk.close();
  }

  private Bytes redeem() {
    return client.next(null, desk.redeem(desk.server.freshCode()));
  }

  private Bytes command(
      Desk of, String id, String target, @Nullable ExpectedVersion expected, Payload payload) {
    return of.client.append(
        new Command(
                id,
                target,
                expected,
                of.server.clock().instant(),
                of.client.nextSeq(),
                null,
                Bytes.of(new byte[16]),
                payload)
            .sealed()
            .canonical());
  }

  @Test
  void whatIsKnownIsAnsweredAgainAlsoTogetherWithWhatIsNew() throws Exception {
    Bytes first = redeem();
    String answer = Desk.text(desk.send(first));
    Bytes second = redeem();
    HttpResponse<byte[]> both = desk.send(first, second);
    assertThat(Desk.outcomes(both)).containsExactly("applied", "applied");
    assertThat(Desk.text(both)).startsWith(answer.substring(0, answer.length() - 2));
    assertThat(Desk.text(desk.send(first, second))).isEqualTo(Desk.text(both));
  }

  @Test
  void aGapConsumesNothingAndNamesTheHead() throws Exception {
    Bytes first = redeem();
    desk.send(first);
    String head = Bytes.of(client.hash()).hex();
    Bytes second = redeem();
    Bytes third = redeem();
    JsonNode gap = Desk.refused(desk.send(third), 409, "chain-gap");
    assertThat(gap.path("head_seq").asLong()).isEqualTo(1);
    assertThat(gap.path("head_hash").asText()).isEqualTo(head);
    assertThat(Desk.outcomes(desk.send(second, third))).containsExactly("applied", "applied");
  }

  @Test
  void aHashOrSignatureThatDoesNotFitConsumesNothingAndBlocksNobody() throws Exception {
    Bytes first = redeem();
    String good =
        new String(client.batch(java.util.List.of(first)), java.nio.charset.StandardCharsets.UTF_8);
    String otherHash = good.replaceFirst("\"hash\":\"[0-9a-f]{2}", "\"hash\":\"00");
    Desk.refused(post(otherHash), 409, "chain-mismatch");
    String otherSignature = good.replaceFirst("\"signature\":\"[^\"]{4}", "\"signature\":\"AAAA");
    Desk.refused(post(otherSignature), 409, "chain-mismatch");
    String otherAct = good.replace("\"uses\":1", "\"uses\":2");
    Desk.refused(post(otherAct), 409, "chain-mismatch");
    assertThat(Desk.outcomes(post(good))).containsExactly("applied");
  }

  private HttpResponse<byte[]> post(String body) throws Exception {
    return client.post("/v1/commands", Desk.bytes(body), desk.token());
  }

  @Test
  void aForkBlocksTheDeviceAndKeepsWhatItSendsAsEvidence() throws Exception {
    ApiClient copy = client.copy();
    assertThat(Desk.outcomes(desk.send(redeem()))).containsExactly("applied");
    SampleBusiness.Code lost = desk.server.freshCode();
    Bytes other = copy.next(null, desk.redeem(lost, Redemption.Mode.PROVISIONAL));
    byte[] fork = copy.batch(java.util.List.of(other));
    Desk.refused(copy.post("/v1/commands", fork, desk.token()), 409, "chain-fork");
    Desk.refused(desk.send(redeem()), 403, "device-blocked");
    Desk.refused(client.get("/v1/changes"), 403, "device-blocked");
    Desk.refused(client.trySignIn("fangqing", "fangqing-sample"), 403, "device-blocked");
    try (Desk admin = desk.beside("heyan")) {
      var disputes =
          admin.pull(null, 5000).lines().stream()
              .filter(line -> line.collection().equals("disputes"))
              .map(line -> String.valueOf(line.data()))
              .toList();
      assertThat(disputes).isNotEmpty();
    }
  }

  @Test
  void anIdThatSaysSomethingElseTakesItsPlaceAndHoldsNobodyUp() throws Exception {
    try (Desk admin = desk.beside("heyan")) {
      String voucher = desk.server.freshCode().voucher();
      String id = UUID.randomUUID().toString();
      Bytes first = command(admin, id, voucher, null, new FreezeVoucher(true, null));
      Bytes again = command(admin, id, voucher, null, new FreezeVoucher(false, null));
      Bytes last =
          command(
              admin, UUID.randomUUID().toString(), voucher, null, new FreezeVoucher(false, null));
      HttpResponse<byte[]> answer = admin.send(first, again, last);
      assertThat(Desk.outcomes(answer)).containsExactly("applied", "command-id-reused", "applied");
      assertThat(Desk.text(answer)).contains("\"status\":422");
    }
  }

  @Test
  void aCommandForAnotherVersionIsStaleAndOneAfterARefusedOneIsRefused() throws Exception {
    try (Desk admin = desk.beside("heyan")) {
      String voucher = desk.server.freshCode().voucher();
      String stale = UUID.randomUUID().toString();
      String fresh = UUID.randomUUID().toString();
      Bytes first =
          command(
              admin, stale, voucher, new ExpectedVersion.Exactly(9), new FreezeVoucher(true, null));
      Bytes second =
          command(
              admin,
              UUID.randomUUID().toString(),
              voucher,
              new ExpectedVersion.After(stale),
              new FreezeVoucher(true, null));
      Bytes third =
          command(
              admin, fresh, voucher, new ExpectedVersion.Exactly(1), new FreezeVoucher(true, null));
      Bytes fourth =
          command(
              admin,
              UUID.randomUUID().toString(),
              voucher,
              new ExpectedVersion.After(fresh),
              new FreezeVoucher(false, null));
      assertThat(Desk.outcomes(admin.send(first, second, third, fourth)))
          .containsExactly("version-stale", "depends-on-refused", "applied", "applied");
    }
  }
}

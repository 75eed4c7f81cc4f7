package counterfoil.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import counterfoil.domain.voucher.Redemption;
import counterfoil.domain.voucher.VoucherCode;
import counterfoil.fixture.Stores;
import counterfoil.protocol.Bytes;
import counterfoil.protocol.CommandResult;
import counterfoil.protocol.NoteRefusal;
import counterfoil.server.work.SampleBusiness;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What devices refused by themselves comes to the server's knowledge (V31), on both stores. */
@ParameterizedClass
@EnumSource
final class RefusalNotesOverHttpTest {
  private final Desk desk;

  RefusalNotesOverHttpTest(Stores.Kind kind) throws Exception {
    desk = Desk.at(kind, "fangqing");
  }

  @AfterEach
  void unplug() {
    desk.close();
  }

  private NoteRefusal note(@Nullable Bytes hash, String store) {
    return new NoteRefusal(
        hash,
        "9F2X",
        store,
        desk.server.clock().instant().minus(Duration.ofHours(3)),
        "not-known-here",
        Redemption.Mode.PROVISIONAL);
  }

  private NoteRefusal note(@Nullable Bytes hash) {
    return note(hash, store(desk.server.freshCode()));
  }

  private static String store(SampleBusiness.Code code) {
    return Objects.requireNonNull(code.store());
  }

  private Bytes hash(String code) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    byte[] key = desk.client.grant().codeKeys().getFirst().key().toArray();
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    String text = VoucherCode.of(code).orElseThrow().text();
    return Bytes.of(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void aNoteIsInTheAuditChainWithItsVoucherAndRaisesNoVersion() throws Exception {
    SampleBusiness.Code code = desk.server.freshCode();
    String cursor = desk.cursor();
    Bytes command = desk.client.next(null, note(hash(code.code()), store(code)));
    HttpResponse<byte[]> first = desk.send(command);
    CommandResult result = Desk.only(first);
    assertThat(Desk.outcome(result)).isEqualTo("applied");
    assertThat(result.target()).isEqualTo(code.voucher());
    assertThat(((CommandResult.Applied) result.outcome()).version()).isNull();
    assertThat(Desk.text(desk.send(command))).isEqualTo(Desk.text(first));
    assertThat(
            desk.server
                .opened()
                .number(
                    "SELECT count(*) FROM audit WHERE type = 'voucher.note_refusal' AND target = '"
                        + code.voucher()
                        + "' AND outcome = 'applied' AND before_hash <> ''"
                        + " AND before_hash = after_hash"))
        .isEqualTo(1);
    assertThat(desk.pull(cursor, 5000).ids("vouchers")).doesNotContain(code.voucher());
    assertThat(Desk.outcome(desk.act(null, desk.redeem(code)))).isEqualTo("applied");
    CommandResult again = desk.act(code.voucher(), note(null, store(code)));
    assertThat(Desk.outcome(again)).isEqualTo("applied");
  }

  @Test
  void aNoteOfACodeThatNobodyKnowsIsTakenAndNamesNoVoucher() throws Exception {
    CommandResult result = desk.act(null, note(hash("K7QM-3XRD-9F2X")));
    assertThat(Desk.outcome(result)).isEqualTo("applied");
    assertThat(result.target()).isNull();
  }

  @Test
  void aNoteTellsNothingOfAnotherPartysVoucher() throws Exception {
    SampleBusiness.Code theirs = desk.server.freshCode();
    try (Desk stranger = desk.beside("zhaolei")) {
      String own = stranger.client.grant().actor().stores().iterator().next();
      CommandResult result = stranger.act(null, note(hash(theirs.code()), own));
      assertThat(Desk.outcome(result)).isEqualTo("applied");
      assertThat(result.target()).isNull();
      assertThat(Desk.outcome(stranger.act(theirs.voucher(), note(null, own))))
          .isEqualTo("voucher-unknown");
    }
  }

  @Test
  void onlyWhoMayRedeemAtTheCounterMayNoteARefusalThere() throws Exception {
    Bytes hash = hash("K7QM-3XRD-9F2X");
    String store = store(desk.server.freshCode());
    for (String other : new String[] {"heyan", "admin", "chenyu", "xulu", "zhaolei"}) {
      try (Desk theirs = desk.beside(other)) {
        assertThat(Desk.outcome(theirs.act(null, note(hash, store))))
            .as(other)
            .isEqualTo("forbidden");
      }
    }
    assertThat(Desk.outcome(desk.act(null, note(hash, UUID.randomUUID().toString()))))
        .isEqualTo("forbidden");
  }

  @Test
  void aNoteNamesAVoucherInOneWayAndNotOfTheFuture() throws Exception {
    SampleBusiness.Code code = desk.server.freshCode();
    assertThat(Desk.outcome(desk.act(null, note(null)))).isEqualTo("command-invalid");
    assertThat(Desk.outcome(desk.act(code.voucher(), note(hash(code.code())))))
        .isEqualTo("command-invalid");
    NoteRefusal late =
        new NoteRefusal(
            hash(code.code()),
            null,
            store(code),
            desk.server.clock().instant().plus(Duration.ofHours(1)),
            "voucher-expired",
            Redemption.Mode.ONLINE);
    assertThat(Desk.outcome(desk.act(null, late))).isEqualTo("command-invalid");
    NoteRefusal shouted =
        new NoteRefusal(
            hash(code.code()),
            null,
            store(code),
            desk.server.clock().instant(),
            "A sentence of somebody",
            Redemption.Mode.ONLINE);
    assertThat(Desk.outcome(desk.act(null, shouted))).isEqualTo("command-invalid");
  }
}

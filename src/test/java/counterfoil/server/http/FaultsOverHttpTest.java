package counterfoil.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import counterfoil.fixture.RunningServer;
import counterfoil.fixture.Stores;
import counterfoil.protocol.Bytes;
import counterfoil.server.work.AuditCheck;
import counterfoil.server.work.SampleBusiness;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A store that was spoilt past the program: one bad row takes nobody along. */
@ParameterizedClass
@EnumSource
final class FaultsOverHttpTest {
  private static final int BATCH = 256;

  private final Stores.Kind kind;
  private RunningServer server;
  private Desk desk;

  FaultsOverHttpTest(Stores.Kind kind) {
    this.kind = kind;
  }

  @BeforeEach
  void start() throws Exception {
    server = RunningServer.start(kind);
    desk = new Desk(server).signIn("fangqing");
  }

  @AfterEach
  void stop() {
    desk.close();
    server.close();
  }

  private void spoil(SampleBusiness.Code code, String change) {
    int rows =
        server
            .opened()
            .tamper("UPDATE voucher SET " + change + " WHERE id = '" + code.voucher() + "'");
    assertThat(rows).isEqualTo(1);
  }

  @Test
  void aCommandThatMeetsAFaultIsRefusedAsAnIncidentAndItsNeighboursAreDone() throws Exception {
    SampleBusiness.Code noGood = server.freshCode();
    SampleBusiness.Code notSealed = server.freshCode();
    spoil(noGood, "good = 'gone'");
    spoil(notSealed, "sealed_buyer = 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'");
    Bytes[] commands = new Bytes[BATCH];
    for (int i = 0; i < BATCH; i++) {
      SampleBusiness.Code code =
          i == 100
              ? noGood
              : i == 200 ? notSealed : i % 4 == 0 && i < 160 ? server.freshCode() : noGood;
      commands[i] =
          i == 100 || i == 200 || (i % 4 == 0 && i < 160)
              ? desk.client.next(null, desk.redeem(code))
              : desk.client.next(
                  null, new counterfoil.protocol.UndoRedemption(code.voucher(), null));
    }
    HttpResponse<byte[]> answer = desk.send(commands);
    var outcomes = Desk.outcomes(answer);
    assertThat(outcomes.get(100)).isEqualTo("internal");
    assertThat(outcomes.get(200)).isEqualTo("internal");
    assertThat(outcomes.stream().filter("applied"::equals)).hasSize(39);
    assertThat(outcomes.stream().filter("redemption-unknown"::equals)).hasSize(215);
    assertThat(Desk.results(answer).get(100).outcome().toString()).contains("internal");
    assertThat(Desk.text(answer)).contains("\"incident\":\"");
    assertThat(Desk.text(desk.send(commands))).isEqualTo(Desk.text(answer));
    assertThat(Desk.outcome(desk.act(null, desk.redeem(server.freshCode())))).isEqualTo("applied");
    assertThat(AuditCheck.walk(server.store()))
        .allMatch(finding -> finding instanceof AuditCheck.Whole);
  }

  @Test
  void aChangedAuditEntryIsNamed() throws Exception {
    desk.act(null, desk.redeem(server.freshCode()));
    desk.act(null, desk.redeem(server.freshCode()));
    long last = server.opened().number("SELECT MAX(n) FROM audit");
    long third = last - 2;
    server.opened().tamper("UPDATE audit SET actor = 'somebody' WHERE n = " + third);
    assertBroken(third);
    server.opened().tamper("DELETE FROM audit WHERE n = " + third);
    assertBroken(third);
    server.opened().tamper("DELETE FROM audit WHERE n >= " + third);
    assertBroken(third);
  }

  private void assertBroken(long entry) {
    assertThat(AuditCheck.walk(server.store()))
        .first()
        .isInstanceOfSatisfying(
            AuditCheck.Broken.class, broken -> assertThat(broken.entry()).isEqualTo(entry));
  }
}

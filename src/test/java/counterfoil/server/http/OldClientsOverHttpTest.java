package counterfoil.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import counterfoil.fixture.RunningServer;
import counterfoil.fixture.Stores;
import counterfoil.protocol.Bytes;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Clients of the last 12 months work; an older one's outbox is taken, and its new acts are not. */
@ParameterizedClass
@EnumSource
final class OldClientsOverHttpTest {
  private static final String OLD = "0.9 2025-11-23";
  private static final String JUST_A_YEAR = "1.0 2025-11-24";
  private static final String NEW = "2.0 2026-11-01";

  private final Stores.Kind kind;
  private RunningServer server;
  private Desk desk;

  OldClientsOverHttpTest(Stores.Kind kind) {
    this.kind = kind;
  }

  @BeforeEach
  void start() throws Exception {
    server = RunningServer.start(kind);
    desk = new Desk(server);
    desk.client.says(OLD);
    desk.signIn("fangqing");
  }

  @AfterEach
  void stop() {
    desk.close();
    server.close();
  }

  private Bytes act() {
    return desk.client.next(null, desk.redeem(server.freshCode()));
  }

  @Test
  void whatAnOldProgramMadeBeforeItSignedInIsTakenAndNothingNew() throws Exception {
    Bytes waits = act();
    server.clock().forward(Duration.ofMinutes(2));
    desk.signIn("fangqing");
    HttpResponse<byte[]> taken = desk.send(waits);
    assertThat(Desk.outcomes(taken)).containsExactly("applied");

    server.clock().forward(Duration.ofSeconds(1));
    Bytes fresh = act();
    HttpResponse<byte[]> refused = desk.send(fresh);
    assertThat(Desk.refused(refused, 426, "client-too-old").path("oldest_build").asText())
        .isEqualTo("2025-11-24");
    assertThat(refused.headers().firstValue("Upgrade")).isPresent();
    Desk.refused(desk.send(waits, fresh), 426, "client-too-old");

    desk.client.says(NEW);
    assertThat(Desk.outcomes(desk.send(waits, fresh))).containsExactly("applied", "applied");
    desk.client.says(OLD);
    assertThat(Desk.outcomes(desk.send(waits, fresh)))
        .as("first answers are given to anyone")
        .containsExactly("applied", "applied");
  }

  @Test
  void anOldProgramStillReads() throws Exception {
    assertThat(desk.page("").lines()).isNotEmpty();
  }

  @Test
  void aProgramOfJustAYearAndOneThatSaysNothingReadableWorkOn() throws Exception {
    for (String said :
        new String[] {JUST_A_YEAR, NEW, null, "0.9", "0.9 yesterday", "2025-01-01"}) {
      desk.client.says(said);
      server.clock().forward(Duration.ofSeconds(1));
      assertThat(Desk.outcomes(desk.send(act())))
          .as(String.valueOf(said))
          .containsExactly("applied");
    }
    server.clock().forward(Duration.ofDays(1));
    desk.signIn("fangqing");
    desk.client.says(JUST_A_YEAR);
    server.clock().forward(Duration.ofSeconds(1));
    Desk.refused(desk.send(act()), 426, "client-too-old");
  }
}

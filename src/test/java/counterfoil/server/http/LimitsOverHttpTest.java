package counterfoil.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import counterfoil.fixture.ApiClient;
import counterfoil.fixture.Stores;
import counterfoil.protocol.Bytes;
import counterfoil.protocol.Command;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Limits of the contract at their edge. */
@ParameterizedClass
@EnumSource
final class LimitsOverHttpTest {
  /** The batch, its array, the command: the levels around a member of a command. */
  private static final int AROUND = 3;

  private final Desk desk;

  LimitsOverHttpTest(Stores.Kind kind) throws Exception {
    desk = Desk.at(kind, "fangqing");
  }

  @AfterEach
  void unplug() {
    desk.close();
  }

  /** The body of a batch whose command has an unknown member that makes it so many levels deep. */
  private byte[] body(ApiClient client, int levels) {
    Bytes usual =
        new Command(
                UUID.randomUUID().toString(),
                null,
                null,
                desk.server.clock().instant(),
                client.nextSeq(),
                null,
                Bytes.of(new byte[16]),
                desk.redeem(desk.server.freshCode()))
            .sealed()
            .canonical();
    int inside = levels - AROUND;
    String deep = "{\"a\":" + "[".repeat(inside) + "]".repeat(inside) + ",";
    String text = deep + new String(usual.toArray(), StandardCharsets.UTF_8).substring(1);
    return client.batch(List.of(client.append(Bytes.of(Desk.bytes(text)))));
  }

  @Test
  void jsonIsReadThirtyTwoLevelsDeepAndNoDeeper() throws Exception {
    ApiClient copy = desk.client.copy();
    Desk.refused(copy.post("/v1/commands", body(copy, 33), desk.token()), 400, "malformed-json");
    assertThat(Desk.outcomes(desk.client.post("/v1/commands", body(desk.client, 32), desk.token())))
        .containsExactly("applied");
  }

  @Test
  void aBodyBehindTheLimitIsRefusedBeforeItIsRead() throws Exception {
    byte[] large = new byte[(1 << 20) + 1];
    Arrays.fill(large, (byte) ' ');
    Desk.refused(desk.client.post("/v1/commands", large, desk.token()), 413, "too-large");
    byte[] just = Arrays.copyOf(large, 1 << 20);
    Desk.refused(desk.client.post("/v1/commands", just, desk.token()), 400, "malformed-json");
  }
}

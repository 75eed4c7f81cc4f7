package counterfoil.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import counterfoil.domain.rights.Collection;
import counterfoil.fixture.RunningServer;
import counterfoil.fixture.Stores;
import counterfoil.protocol.ChangeLine;
import counterfoil.protocol.RenameDevice;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A device that signs in for other stores leaves the old ones, which are told by a tombstone. */
@ParameterizedClass
@EnumSource
final class LeftBehindOverHttpTest {
  private final Stores.Kind kind;
  private RunningServer server;
  private Desk first;
  private Desk second;
  private Desk moving;

  LeftBehindOverHttpTest(Stores.Kind kind) {
    this.kind = kind;
  }

  @BeforeEach
  void start() throws Exception {
    server = RunningServer.start(kind);
    first = new Desk(server).signIn("linxiao");
    second = new Desk(server).signIn("zhouning");
    moving = new Desk(server).signIn("linxiao");
  }

  @AfterEach
  void stop() {
    first.close();
    second.close();
    moving.close();
    server.close();
  }

  /** What a page says of the moving device: its row and its limits, each there or gone. */
  private List<String> told(Desk.Page page) {
    return page.lines().stream()
        .filter(line -> line.id().equals(moving.client.device()))
        .filter(LeftBehindOverHttpTest::ofDevices)
        .map(line -> line.collection() + (line.data() == null ? " gone" : " here"))
        .sorted()
        .toList();
  }

  private static boolean ofDevices(ChangeLine line) {
    return line.collection().equals(Collection.DEVICES.wire())
        || line.collection().equals(Collection.RISK.wire());
  }

  @Test
  void theOldStoreIsToldThatADeviceLeftAndTheNewOneThatItCame() throws Exception {
    String before = first.cursor();
    String there = second.cursor();
    moving.signIn("zhouning");
    assertThat(told(first.pull(before, 5000))).containsExactly("devices gone", "risk gone");
    assertThat(told(second.pull(there, 5000))).containsExactly("devices here", "risk here");

    try (Desk admin = first.beside("heyan")) {
      admin.act(moving.client.device(), new RenameDevice("Till 9"));
    }
    assertThat(told(first.pull(before, 5000)))
        .as("who was away meanwhile is told all the same")
        .containsExactly("devices gone", "risk gone");

    String gone = first.cursor();
    there = second.cursor();
    moving.signIn("linxiao");
    assertThat(told(first.pull(gone, 5000))).containsExactly("devices here", "risk here");
    assertThat(told(second.pull(there, 5000))).containsExactly("devices gone", "risk gone");
  }

  @Test
  void whoSeesBothStoresIsToldOfNoLeaving() throws Exception {
    try (Desk both = first.beside("fangqing")) {
      String before = both.cursor();
      moving.signIn("zhouning");
      assertThat(told(both.pull(before, 5000))).containsExactly("devices here", "risk here");
    }
  }

  @Test
  void aDeviceThatSignsInForAnotherPartyLeavesTheOldOne() throws Exception {
    try (Desk admin = first.beside("heyan")) {
      String before = admin.cursor();
      moving.signIn("zhaolei");
      assertThat(told(admin.pull(before, 5000))).containsExactly("devices gone", "risk gone");
    }
  }
}

package counterfoil.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import counterfoil.domain.rights.Role;
import counterfoil.fixture.RunningServer;
import counterfoil.fixture.Stores;
import counterfoil.protocol.Bytes;
import counterfoil.protocol.Cursor;
import counterfoil.protocol.UpdateUser;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What a cursor may be told: go on, never was, too old, ahead, another scope. */
@ParameterizedClass
@EnumSource
final class CursorsOverHttpTest {
  private final Stores.Kind kind;
  private RunningServer server;
  private Desk desk;

  CursorsOverHttpTest(Stores.Kind kind) {
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

  private void refused(String cursor, int status, String code) throws Exception {
    Desk.refused(desk.client.get("/v1/changes?after=" + cursor), status, code);
  }

  @Test
  void pagesOfAnySizeBringEachObjectOnce() throws Exception {
    List<String> whole = ids(desk.pull(null, 5000));
    List<String> small = ids(desk.pull(null, 7));
    assertThat(small).doesNotHaveDuplicates().containsExactlyElementsOf(whole);
    assertThat(desk.page("?after=" + desk.cursor()).lines()).isEmpty();
  }

  private static List<String> ids(Desk.Page page) {
    return page.lines().stream().map(line -> line.collection() + "/" + line.id()).toList();
  }

  @Test
  void whoMissedAChangeThatIsOlderThanTombstonesAreKeptStartsOver() throws Exception {
    String cursor = desk.cursor();
    server.clock().forward(Duration.ofDays(91));
    desk = desk.beside("fangqing");
    assertThat(desk.page("?after=" + cursor).lines())
        .as("the sign-in is a change of today: nothing was missed")
        .isNotEmpty();
    server.clock().forward(Duration.ofDays(91));
    desk = desk.beside("fangqing");
    refused(cursor, 410, "cursor-too-old");
  }

  @Test
  void aFirstReadingOfOldRowsIsNeverTooOld() throws Exception {
    server.clock().forward(Duration.ofDays(400));
    desk = desk.beside("fangqing");
    assertThat(ids(desk.pull(null, 3))).doesNotHaveDuplicates().hasSizeGreaterThan(20);
  }

  @Test
  void afterARestoreEveryCursorIsAhead() throws Exception {
    String cursor = desk.cursor();
    server.tenants().newEpoch();
    refused(cursor, 409, "cursor-ahead");
    assertThat(desk.page("?after=" + desk.cursor()).lines()).isEmpty();
  }

  @Test
  void aCursorOfAnotherHistoryOrPastTheEndIsAhead() throws Exception {
    Cursor cursor = Cursor.read(desk.cursor()).orElseThrow();
    Bytes other = Bytes.of(new byte[Cursor.PREFIX]);
    refused(
        new Cursor(cursor.epoch(), cursor.seq(), 0, other, cursor.scope()).text(),
        409,
        "cursor-ahead");
    refused(
        new Cursor(cursor.epoch(), cursor.seq() + 1000, 0, cursor.audit(), cursor.scope()).text(),
        409,
        "cursor-ahead");
    refused("nonsense", 422, "invalid-cursor");
    refused(desk.cursor().substring(1), 422, "invalid-cursor");
    refused("", 422, "invalid-cursor");
  }

  @Test
  void whenAnAdministratorChangesRolesOrStoresTheScopeIsAnother() throws Exception {
    String store = server.sample().stores().getFirst().id();
    String other = server.sample().stores().get(1).id();
    try (Desk counter = desk.beside("linxiao");
        Desk admin = desk.beside("heyan")) {
      String cursor = counter.cursor();
      Set<String> before = new HashSet<>(counter.pull(null, 5000).ids("vouchers"));
      String user = counter.client.grant().user().id();
      UpdateUser both = new UpdateUser("林晓", "0217", Set.of(Role.COUNTER), Set.of(store, other));
      assertThat(Desk.outcome(admin.act(user, both))).isEqualTo("applied");
      Desk.refused(counter.client.get("/v1/changes?after=" + cursor), 412, "scope-changed");
      assertThat(new HashSet<>(counter.pull(null, 5000).ids("vouchers")))
          .containsAll(before)
          .hasSizeGreaterThan(before.size());
      assertThat(counter.page("?after=" + counter.cursor()).lines()).isEmpty();
    }
  }

  @Test
  void aDeviceThatLeftOnesStoresWithItsUserIsGone() throws Exception {
    try (Desk counter = desk.beside("linxiao");
        Desk roaming = desk.beside("fangqing")) {
      Desk.Page before = counter.pull(null, 5000);
      String device = roaming.client.device();
      assertThat(before.ids("devices")).contains(device);
      roaming.signIn("zhouning");
      Desk.Page after = counter.page("?after=" + before.end().cursor());
      assertThat(after.lines())
          .filteredOn(line -> line.id().equals(device))
          .as("the device and its risk budget")
          .hasSize(2)
          .allSatisfy(line -> assertThat(line.data()).isNull());
    }
  }
}

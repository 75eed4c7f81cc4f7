package counterfoil.client.sync;

import static org.assertj.core.api.Assertions.assertThat;

import counterfoil.client.cache.CacheContents;
import counterfoil.client.cache.CommandState;
import counterfoil.domain.rights.Role;
import counterfoil.fixture.ApiClient;
import counterfoil.fixture.Relay;
import counterfoil.fixture.RunningServer;
import counterfoil.fixture.Stores;
import counterfoil.protocol.UpdateUser;
import counterfoil.server.work.SampleBusiness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the engine does about each answer, and none, against the real server over real HTTP. */
final class EngineOverHttpTest {
  private static final SyncOptions USUAL = SyncOptions.usual();

  @TempDir Path folder;
  private RunningServer server;
  private Relay relay;
  private Till till;

  @BeforeEach
  void start() throws Exception {
    server = RunningServer.start(Stores.Kind.SQLITE);
    relay = new Relay(server.address());
    till = till("till", USUAL).signIn(server.counter());
    till.quiet();
  }

  private Till till(String name, SyncOptions options) {
    return new Till(folder.resolve(name), relay.address(), server.clock(), options);
  }

  @AfterEach
  void stop() throws IOException {
    till.close();
    relay.close();
    server.close();
  }

  private static SyncOptions small(int batch, int page) {
    return new SyncOptions(
        batch,
        USUAL.batchBytes(),
        page,
        page,
        USUAL.pollWithoutPokes(),
        USUAL.pollWithPokes(),
        USUAL.slow(),
        USUAL.firstWait(),
        USUAL.longestWait(),
        USUAL.keepRedeemed(),
        USUAL.keepAnswered());
  }

  private long redemptions(String voucher) {
    return server
        .opened()
        .number("SELECT count(*) FROM redemption WHERE undone = 0 AND voucher = '" + voucher + "'");
  }

  private void assertDone(String act) {
    assertThat(till.cache.outbox().state(act)).contains(CommandState.APPLIED);
  }

  private void assertOffline(Trouble why) {
    assertThat(till.engine.status().link()).isEqualTo(new Link.Offline(why));
  }

  /** Within the head the line's own retry heals it, within the body the next push does. */
  @Test
  void redeemsOnceWhereverTheAnswerIsCutAfterTheCommit() throws Exception {
    int unknown = 0;
    for (int cut = 1; cut < 700; cut += 100) {
      SampleBusiness.Code code = server.freshCode();
      String act = till.redeem(code);
      relay.cutAnswersAfter(cut);
      till.engine.step();
      assertThat(redemptions(code.voucher())).as("the server has committed").isEqualTo(1);
      unknown += till.waiting();
      till.engine.hurry();
      till.quiet();
      assertDone(act);
      assertThat(redemptions(code.voucher())).as("cut after %s bytes", cut).isEqualTo(1);
    }
    assertThat(unknown).as("acts of which nobody knew at first").isPositive();
    assertThat(till.cache.inbox().open()).isZero();
  }

  @Test
  void throwsAPageAwayThatIsCutInTheMiddleAndTakesItWholeLater() throws Exception {
    try (Till other = till("other", USUAL).signIn(server.counter())) {
      relay.cutAnswersAfter(6_000);
      other.quiet();
      assertThat(other.engine.status().link()).isInstanceOf(Link.Offline.class);
      assertThat(other.cache.feed().filled()).isZero();
      other.engine.hurry();
      other.quiet();
      assertThat(CacheContents.rows(other.cache).keySet())
          .containsAll(
              CacheContents.rows(till.cache).keySet().stream()
                  .filter(each -> each.startsWith("vouchers"))
                  .toList());
    }
  }

  @Test
  void bringsARestoredServerUpToWhereTheDeviceStands() throws Exception {
    List<SampleBusiness.Code> codes = Stream.generate(server::freshCode).limit(4).toList();
    till.redeem(codes.getFirst());
    till.quiet();
    Path backup = folder.resolve("backup.db");
    server.opened().tamper("VACUUM INTO '" + backup + "'");
    String second = till.redeem(codes.get(1));
    String third = till.redeem(codes.get(2));
    till.quiet();
    Map<String, String> before = answers(second, third);
    try (RunningServer restored = restore(backup)) {
      String fourth = till.redeem(codes.get(3));
      till.engine.hurry();
      till.quiet();
      for (SampleBusiness.Code each : codes) {
        assertThat(redemptions(each.voucher())).isEqualTo(1);
      }
      assertDone(fourth);
      assertThat(answers(second, third)).as("a second answer changes nothing").isEqualTo(before);
      assertThat(till.cache.inbox().open()).isZero();
      assertThat(till.engine.status().link()).isInstanceOf(Link.Online.class);
      assertThat(CacheContents.waiting(till.cache)).isZero();
      assertThat(restored.address()).isNotEqualTo(server.address());
    }
  }

  private Map<String, String> answers(String... acts) {
    return Stream.of(acts)
        .collect(
            Collectors.toMap(
                act -> act, act -> till.cache.outbox().result(act).orElseThrow().text()));
  }

  /** Puts an older copy in the place of the server's store, and starts a server over it. */
  private RunningServer restore(Path backup) throws IOException {
    server.stop();
    String url = server.opened().url();
    Path store = Path.of(url.substring("jdbc:sqlite:".length(), url.indexOf('?')));
    for (String log : List.of("-wal", "-shm")) {
      Files.deleteIfExists(store.resolveSibling(store.getFileName() + log));
    }
    Files.copy(backup, store, StandardCopyOption.REPLACE_EXISTING);
    RunningServer restored = server.node();
    relay.to(restored.address());
    return restored;
  }

  @Test
  void keepsItsActsWhenTheServersChainDoesNotFit() throws Exception {
    SampleBusiness.Code code = server.freshCode();
    till.redeem(code);
    till.quiet();
    long changed =
        server
            .opened()
            .tamper("UPDATE device SET head_hash = '" + "0".repeat(64) + "' WHERE head_seq = 1");
    assertThat(changed).isEqualTo(1);
    String act = till.redeem(server.freshCode());
    assertThat(till.quiet()).isGreaterThanOrEqualTo(Duration.ofMinutes(1));
    assertOffline(Trouble.CHAIN);
    assertThat(till.waiting()).isEqualTo(1);
    server
        .opened()
        .tamper(
            "UPDATE device SET head_hash = (SELECT chain_hash FROM chain_place p WHERE p.device ="
                + " device.id AND p.device_seq = 1) WHERE head_seq = 1");
    till.engine.hurry();
    till.quiet();
    assertDone(act);
  }

  @Test
  void stopsBothCopiesOfAStoreAndKeepsTheirActs() throws Exception {
    till.redeem(server.freshCode());
    till.quiet();
    till.close();
    copy(folder.resolve("till"), folder.resolve("copy"));
    till = till("till", USUAL).signIn(server.counter());
    till.redeem(server.freshCode());
    till.quiet();
    try (Till copy = till("copy", USUAL).signIn(server.counter())) {
      String act = copy.redeem(server.freshCode());
      copy.quiet();
      assertThat(copy.engine.status().link()).isEqualTo(new Link.Blocked());
      assertThat(copy.cache.outbox().state(act)).contains(CommandState.SENT);
    }
    String act = till.redeem(server.freshCode());
    till.quiet();
    assertThat(till.engine.status().link()).isEqualTo(new Link.Blocked());
    assertThat(till.cache.outbox().state(act)).contains(CommandState.SENT);
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectory(to);
    try (Stream<Path> files = Files.list(from)) {
      for (Path each : files.toList()) {
        Files.copy(each, to.resolve(each.getFileName()));
      }
    }
  }

  @Test
  void startsOverAfterTooLongAnAbsenceAndKeepsARefusalInTheInbox() throws Exception {
    server.clock().forward(Duration.ofDays(91));
    till.signIn(server.counter());
    server.clock().forward(Duration.ofDays(91));
    till.signIn(server.counter());
    String act = till.redeem(server.freshCode());
    assertStartsOver(act, CommandState.REFUSED);
    assertThat(till.cache.inbox().open()).as("the voucher had expired by then").isEqualTo(1);
  }

  @Test
  void startsOverInANewEpochAndKeepsARedemptionInSight() throws Exception {
    server.tenants().newEpoch();
    String act = till.redeem(server.freshCode());
    assertStartsOver(act, CommandState.APPLIED);
    assertThat(till.cache.redemptions().byId(act)).isPresent();
  }

  /** The old rows stay in sight until the new ones are whole. */
  private void assertStartsOver(String act, CommandState answer) throws IOException {
    till.engine.hurry();
    long shown = till.cache.vouchers().count();
    till.engine.step();
    assertThat(till.cache.outbox().state(act)).contains(answer);
    String cursor = till.cache.feed().cursor().orElseThrow();
    till.engine.step();
    assertThat(till.cache.feed().cursor()).as("nothing was pulled yet").contains(cursor);
    assertThat(till.cache.vouchers().count()).isEqualTo(shown);
    till.quiet();
    assertThat(till.cache.feed().cursor()).get().isNotEqualTo(cursor);
    assertThat(till.engine.status().link()).isInstanceOf(Link.Online.class);
    assertThat(till.cache.outbox().state(act)).contains(answer);
  }

  @Test
  void fillsPageByPageBehindTheScreenAndSwapsAtOnceWhenTheScopeChanged() throws Exception {
    SampleBusiness.Account clerk = server.account("linxiao");
    try (Till clerks = till("clerks", small(5, 20)).signIn(clerk);
        ApiClient admin = new ApiClient(server.address(), server.clock())) {
      clerks.quiet();
      long before = clerks.cache.vouchers().count();
      admin.signIn(server.account("heyan"));
      String both = server.sample().stores().get(1).id();
      Set<String> stores = Set.of(clerk.stores().iterator().next(), both);
      String user = clerks.session.person().orElseThrow().actor().user();
      admin.act(user, new UpdateUser("林晓", "0217", Set.of(Role.COUNTER), stores));
      String act = clerks.redeem(codeOf(clerk));
      clerks.engine.hurry();
      Set<Long> shown = new LinkedHashSet<>();
      for (int i = 0; i < 100 && clerks.engine.step() instanceof SyncEngine.Next.Now; i++) {
        shown.add(clerks.cache.vouchers().count());
        assertThat(clerks.cache.redemptions().byId(act)).isPresent();
      }
      assertThat(shown).as("all at once").hasSize(2).startsWith(before);
      assertThat(clerks.cache.vouchers().count()).isGreaterThan(before);
      assertThat(clerks.cache.outbox().state(act)).contains(CommandState.APPLIED);
    }
  }

  private SampleBusiness.Code codeOf(SampleBusiness.Account clerk) {
    return Stream.generate(server::freshCode)
        .filter(code -> clerk.stores().contains(code.store()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void renewsItsTokenByItself() throws Exception {
    String token = till.session.access().orElseThrow().tokens().accessToken();
    server.clock().forward(Duration.ofMinutes(16));
    till.quiet();
    assertThat(till.session.access().orElseThrow().tokens().accessToken()).isNotEqualTo(token);
    assertThat(till.engine.status().link()).isInstanceOf(Link.Online.class);
  }

  @Test
  void asksForAPersonWhenTheTokensAreTooOld() throws Exception {
    String act = till.redeem(server.freshCode());
    server.clock().forward(Duration.ofDays(31));
    till.quiet();
    assertThat(till.engine.status().link()).isEqualTo(new Link.SignInAgain());
    till.signIn(server.counter());
    till.engine.hurry();
    till.quiet();
    assertThat(till.cache.outbox().result(act)).isPresent();
  }

  @Test
  void forgetsByAgeWhatTheServerNoLongerShows() throws Exception {
    SampleBusiness.Code code = server.freshCode();
    String act = till.redeem(code);
    till.quiet();
    assertThat(till.cache.vouchers().byId(code.voucher())).isPresent();
    server.clock().forward(Duration.ofDays(31));
    till.signIn(server.counter());
    till.engine.hurry();
    till.quiet();
    assertThat(till.cache.vouchers().byId(code.voucher())).isEmpty();
    assertThat(till.cache.redemptions().byId(act)).isEmpty();
    assertThat(till.cache.outbox().state(act)).as("its answer stays 90 days").isPresent();
    server.clock().forward(Duration.ofDays(60));
    till.signIn(server.counter());
    till.redeem(server.freshCode());
    till.engine.hurry();
    till.quiet();
    assertThat(till.cache.outbox().state(act)).isEmpty();
    till.cache.outbox().verify();
  }

  @Test
  void pollsOftenWithoutPokesAndSeldomWithThem() throws Exception {
    assertThat(till.quiet()).isLessThanOrEqualTo(USUAL.pollWithoutPokes());
    SampleBusiness.Code code = server.freshCode();
    redeemElsewhere(code);
    server.clock().forward(USUAL.pollWithoutPokes());
    till.quiet();
    assertThat(uses(code)).as("polled").isEqualTo("redeemed");
    till.engine.pokesStand(true);
    assertThat(till.quiet()).isGreaterThan(USUAL.pollWithoutPokes());
  }

  private String uses(SampleBusiness.Code code) {
    return till.cache.vouchers().byId(code.voucher()).orElseThrow().row().state().wire();
  }

  private void redeemElsewhere(SampleBusiness.Code code) throws IOException {
    try (Till other = till("other" + Till.id(), USUAL).signIn(server.counter())) {
      String act = other.redeem(code);
      other.engine.step();
      assertThat(other.cache.outbox().state(act)).contains(CommandState.APPLIED);
    }
  }

  @Test
  void pullsWhenAPokeComesAndPollsAgainWhenTheStreamHasBroken() throws Exception {
    BlockingQueue<Boolean> woken = new LinkedBlockingQueue<>();
    try (PokeStream pokes = new PokeStream(till.engine, till.remote)) {
      pokes.open(() -> woken.add(true));
      untilWoken(woken, () -> till.quiet().compareTo(USUAL.pollWithoutPokes()) > 0);
      SampleBusiness.Code code = server.freshCode();
      redeemElsewhere(code);
      untilWoken(
          woken,
          () -> {
            till.quiet();
            return uses(code).equals("redeemed");
          });
      relay.to(server.address());
      untilWoken(woken, () -> till.quiet().compareTo(USUAL.pollWithoutPokes()) <= 0);
    }
  }

  /** Looks again each time that the stream wakes the engine. */
  private static void untilWoken(BlockingQueue<Boolean> woken, Callable<Boolean> reached)
      throws Exception {
    do {
      assertThat(woken.poll(20, TimeUnit.SECONDS)).as("woken").isNotNull();
    } while (!reached.call());
  }

  @Test
  void callsALateAnswerSlow() throws Exception {
    till.slow();
    till.engine.hurry();
    till.quiet();
    assertThat(till.engine.status().link()).isInstanceOf(Link.Slow.class);
  }

  @Test
  void countsAsSlowWhileMoreThanOneBatchWaits() throws Exception {
    try (Till busy = till("busy", small(2, 1_000)).signIn(server.counter())) {
      busy.quiet();
      for (int i = 0; i < 5; i++) {
        busy.redeem(server.freshCode());
      }
      List<Link> links = busy.links();
      assertThat(links.getFirst()).isInstanceOf(Link.Slow.class);
      assertThat(links.getLast()).isInstanceOf(Link.Online.class);
      assertThat(busy.waiting()).isZero();
    }
  }

  @Test
  void waitsLongerAfterEachFailureUntilAPersonHurries() throws Exception {
    server.stop();
    till.engine.hurry();
    Duration first = till.quiet();
    assertOffline(Trouble.UNREACHABLE);
    assertThat(first).isBetween(Duration.ofMillis(500), USUAL.firstWait());
    assertThat(till.engine.step())
        .as("no request before the time is over")
        .isEqualTo(new SyncEngine.Next.After(first));
    for (int i = 0; i < 8; i++) {
      server.clock().forward(till.quiet());
    }
    Duration last = till.quiet();
    assertThat(last).isBetween(USUAL.longestWait().dividedBy(2), USUAL.longestWait());
    try (RunningServer again = server.node()) {
      relay.to(again.address());
      till.engine.hurry();
      till.quiet();
      assertThat(till.engine.status().link()).isInstanceOf(Link.Online.class);
    }
  }
}

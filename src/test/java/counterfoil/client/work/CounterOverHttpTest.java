package counterfoil.client.work;

import static org.assertj.core.api.Assertions.assertThat;

import counterfoil.client.cache.Cache;
import counterfoil.client.cache.CacheOptions;
import counterfoil.client.cache.OpenResult;
import counterfoil.client.cache.VaultCost;
import counterfoil.client.remote.OkHttpRemote;
import counterfoil.client.remote.ServerAddress;
import counterfoil.client.session.ServerClock;
import counterfoil.client.session.Session;
import counterfoil.client.session.SessionOptions;
import counterfoil.client.session.SignInResult;
import counterfoil.client.sync.Link;
import counterfoil.client.sync.RemoteAccounts;
import counterfoil.client.sync.SyncEngine;
import counterfoil.client.sync.SyncOptions;
import counterfoil.domain.calendar.WorkCalendar;
import counterfoil.domain.money.Money;
import counterfoil.domain.rights.CommandType;
import counterfoil.domain.voucher.Take;
import counterfoil.domain.voucher.VoucherCode;
import counterfoil.domain.voucher.VoucherRefusal;
import counterfoil.domain.voucher.Worth;
import counterfoil.fixture.RunningServer;
import counterfoil.fixture.Stores;
import counterfoil.protocol.ClientVersion;
import counterfoil.protocol.CommandResult;
import counterfoil.protocol.SentCommand;
import counterfoil.server.work.SampleBusiness;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A counter with the real store and engine against the real server, over a line that breaks. */
final class CounterOverHttpTest {
  @TempDir Path folder;
  private final ExecutorService streams = Executors.newCachedThreadPool();
  private RunningServer server;
  private SampleBusiness.Code code;
  private WeakRemote line;
  private Cache cache;
  private SyncEngine engine;
  private Counter counter;
  private ServerClock clock;
  private Session session;
  private boolean online = true;

  /** A program of the day of the sample. */
  private final ClientVersion client =
      new ClientVersion("1.0", LocalDate.ofInstant(Stores.START, ZoneOffset.UTC));

  @BeforeEach
  void signIn() throws Exception {
    server = RunningServer.start(Stores.Kind.SQLITE);
    code = server.freshCode();
    var options = new CacheOptions(Runnable::run, new SecureRandom(), new VaultCost(64, 1, 1));
    cache = ((OpenResult.Opened) Cache.open(folder.resolve("client"), options)).cache();
    clock = new ServerClock(cache.clock(), server.clock(), this::nanos);
    ServerAddress.Reading address = ServerAddress.read(server.address().toString());
    line =
        new WeakRemote(
            new OkHttpRemote(
                ((ServerAddress.Fits) address).address(),
                new OkHttpRemote.Surroundings(
                    clock, _ -> {}, this::nanos, CounterOverHttpTest::id, client, streams)));
    session =
        new Session(
            cache,
            new RemoteAccounts(line),
            clock,
            new SessionOptions(
                Optional::empty,
                () -> "Till 1",
                CounterOverHttpTest::id,
                SessionOptions.USUAL_IDLE));
    engine = new SyncEngine(cache, session, line, clock, new Random(1), SyncOptions.usual());
    SampleBusiness.Account account = server.counter();
    assertThat(session.signIn(account.username(), account.password().toCharArray()))
        .isInstanceOf(SignInResult.SignedIn.class);
    quiet();
    counter = counter();
  }

  /** A counter as a program just started has it. */
  private Counter counter() {
    return new Counter(
        cache,
        session,
        clock,
        new Stepping(),
        new Counter.Setting(
            CounterOverHttpTest::id,
            new WorkCalendar(Set.of(), Set.of(), Set.of()),
            () -> Optional.ofNullable(code.store())));
  }

  @AfterEach
  void stop() throws IOException {
    cache.close();
    server.close();
    streams.shutdownNow();
  }

  private static String id() {
    return UUID.randomUUID().toString();
  }

  private long nanos() {
    return Duration.between(Instant.EPOCH, server.clock().instant()).toNanos();
  }

  /** Steps until the engine has nothing to do, or waits after a failure. */
  private void quiet() {
    engine.hurry();
    try {
      for (int i = 0; i < 50 && engine.step() instanceof SyncEngine.Next.Now; i++) {
        // Each step makes one request.
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private final class Stepping implements Answers {
    @Override
    public Optional<CommandResult> await(String command, Duration most) {
      quiet();
      return cache.outbox().result(command);
    }

    @Override
    public boolean online() {
      return online;
    }

    @Override
    public void acted() {
      if (online) {
        quiet();
      }
    }
  }

  private String code() {
    return code.code();
  }

  @Test
  void redeemsOnTheServersWordAndThenIsToldWhereAndByWhom() {
    assertThat(counter.redeem(code()))
        .isInstanceOfSatisfying(
            ScanOutcome.Redeemed.class,
            done -> assertThat(done.certainty()).isEqualTo(ScanOutcome.Certainty.ONLINE));
    int left = code.usesLeft();
    for (int i = 1; i < left; i++) {
      counter.redeem(code());
    }
    assertThat(counter.redeem(code()))
        .isInstanceOfSatisfying(
            ScanOutcome.Refused.class,
            no -> {
              assertThat(no.byServer()).isTrue();
              assertThat(no.refusal()).isInstanceOf(VoucherRefusal.AlreadyRedeemed.class);
            });
    assertThat(cache.inbox().open()).isZero();
    assertThat(counter.today().redeemed()).isEqualTo(left);
    assertThat(counter.today().byReason()).containsEntry("voucher-already-redeemed", 1L);
  }

  @Test
  void goesOnOfflineWithinTheBudgetAndDrainsTheQueueLater() {
    online = false;
    line.cut = true;
    assertThat(counter.redeem(code()))
        .isInstanceOfSatisfying(
            ScanOutcome.Provisional.class,
            done -> assertThat(done.risk().used().number()).isEqualTo(1));
    assertThat(cache.outbox().queue().waiting()).isEqualTo(1);
    line.cut = false;
    quiet();
    assertThat(cache.outbox().queue().waiting()).isZero();
    assertThat(cache.inbox().open()).isZero();
    assertThat(cache.risk().used().number()).isZero();
  }

  @Test
  void redeemsExactlyOnceWhenTheAnswerIsCutAfterTheCommit() {
    line.losesAnswers = true;
    ScanOutcome first = counter.redeem(code());
    assertThat(first).isInstanceOf(ScanOutcome.Unanswered.class);
    line.losesAnswers = false;
    quiet();
    String command = ((ScanOutcome.Unanswered) first).command();
    assertThat(counter.handOver(command)).isInstanceOf(ScanOutcome.Redeemed.class);
    assertThat(counter.today().redeemed()).isEqualTo(1);
    assertThat(cache.risk().used().number()).isZero();
  }

  @Test
  void hasNoNetEffectWhenThePersonDoesNotHandOver() {
    line.losesAnswers = true;
    ScanOutcome first = counter.redeem(code());
    counter.doNotHandOver(((ScanOutcome.Unanswered) first).command());
    line.losesAnswers = false;
    quiet();
    assertThat(cache.outbox().queue().waiting()).isZero();
    assertThat(counter.today().redeemed()).isZero();
    assertThat(counter.redeem(code())).isInstanceOf(ScanOutcome.Redeemed.class);
  }

  @Test
  void takesARedemptionBack() {
    ScanOutcome done = counter.redeem(code());
    String redemption = ((ScanOutcome.Redeemed) done).redemption().id();
    assertThat(counter.undo(redemption, "wrong person"))
        .isInstanceOfSatisfying(
            UndoOutcome.Undone.class, undone -> assertThat(undone.confirmed()).isTrue());
    assertThat(counter.today().redeemed()).isZero();
  }

  @Test
  void keepsWhatWaitsWhenTheProgramIsTooOldForTheServer() throws Exception {
    online = false;
    counter.redeem(code());
    server.clock().forward(Duration.ofDays(400));
    signInAgain();
    quiet();
    assertThat(engine.status().link()).isInstanceOf(Link.Online.class);
    assertThat(cache.outbox().queue().waiting()).as("made before it signed in").isZero();

    online = true;
    server.clock().forward(Duration.ofSeconds(1));
    assertThat(counter.redeem(code())).isInstanceOf(ScanOutcome.Unanswered.class);
    assertThat(engine.status().link()).isInstanceOf(Link.TooOld.class);
    assertThat(cache.outbox().queue().waiting()).isEqualTo(1);
    assertThat(cache.inbox().open()).isZero();
  }

  @Test
  void looksWithoutRedeeming() {
    assertThat(counter.lookUp(code()))
        .isInstanceOfSatisfying(LookUp.Found.class, found -> assertThat(found.refusal()).isNull());
    assertThat(cache.outbox().queue().waiting()).isZero();
  }

  @Test
  void tellsAMistypedCodeFromAnUnknownOne() {
    assertThat(counter.redeem("?")).isInstanceOf(ScanOutcome.Mistyped.class);
    online = false;
    assertThat(counter.redeem("UNKNOWN-CODE-OF-ANOTHER-SHOP"))
        .isInstanceOfSatisfying(
            ScanOutcome.NotNow.class,
            no -> assertThat(no.why()).isEqualTo(ScanOutcome.Why.NOT_KNOWN_HERE));
  }

  @Test
  void takesNothingOfAStoredValueBeforeAnAmountIsNamedV27() {
    SampleBusiness.Code value = server.valueCode();
    Money left = Money.fen(Objects.requireNonNull(value.amountLeft()));

    assertThat(counter.redeem(value.code()))
        .isInstanceOfSatisfying(
            ScanOutcome.AsksAmount.class, asks -> assertThat(asks.left()).isEqualTo(left));
    assertThat(cache.outbox().queue().waiting()).isZero();
    assertThat(counter.today().redeemed()).isZero();

    assertThat(counter.redeem(value.code(), left.plus(Money.fen(1))))
        .isInstanceOfSatisfying(
            ScanOutcome.AsksAmount.class,
            asks -> assertThat(asks.tooMuch()).isEqualTo(left.plus(Money.fen(1))));
    assertThat(counter.today().redeemed()).isZero();
    assertThat(counter.today().refused()).isZero();

    assertThat(counter.redeem(value.code(), Money.fen(100)))
        .isInstanceOfSatisfying(
            ScanOutcome.Redeemed.class,
            done -> {
              assertThat(done.redemption().take()).isEqualTo(new Take.Amount(Money.fen(100)));
              assertThat(Objects.requireNonNull(done.card()).voucher().worth())
                  .isInstanceOfSatisfying(
                      Worth.Value.class,
                      rest -> assertThat(rest.left()).isEqualTo(left.minus(Money.fen(100))));
            });
    assertThat(counter.today().amount()).isEqualTo(Money.fen(100));
  }

  @Test
  void givesNoStoredValueOutOfflineV27() {
    online = false;
    String value = server.valueCode().code();

    assertThat(counter.redeem(value))
        .isInstanceOfSatisfying(
            ScanOutcome.NotNow.class,
            no -> assertThat(no.why()).isEqualTo(ScanOutcome.Why.STORED_VALUE));
    assertThat(counter.redeem(value, Money.fen(100))).isInstanceOf(ScanOutcome.NotNow.class);
    assertThat(counter.today().byReason()).containsEntry("stored-value", 2L);
    assertThat(counter.today().refused()).isEqualTo(2);
    assertThat(waiting()).containsOnly(CommandType.VOUCHER_NOTE_REFUSAL);
    assertThat(counter.today().redeemed()).isZero();
  }

  @Test
  void owesAChoiceUntilItIsMadeAndMakesNoSecondActMeanwhile() {
    line.cut = true;
    ScanOutcome first = counter.redeem(code());
    String command = ((ScanOutcome.Unanswered) first).command();
    assertThat(counter.owed()).containsExactly(command);

    assertThat(counter.redeem(code()))
        .isInstanceOfSatisfying(
            ScanOutcome.Unanswered.class, again -> assertThat(again.command()).isEqualTo(command));
    assertThat(cache.outbox().queue().waiting()).isEqualTo(1);
    assertThat(counter.recent(1).getFirst().result()).isEqualTo(RecentScan.Result.UNANSWERED);

    assertThat(counter.handOver(command)).isInstanceOf(ScanOutcome.Provisional.class);
    assertThat(counter.owed()).isEmpty();
    assertThat(counter.recent(1).getFirst().result()).isEqualTo(RecentScan.Result.PROVISIONAL);
    assertThat(cache.risk().used().number()).isEqualTo(1);
  }

  @Test
  void owesTheChoiceStillAfterARestart() {
    line.cut = true;
    ScanOutcome first = counter.redeem(code());
    Counter after = counter();

    assertThat(after.owed()).containsExactly(((ScanOutcome.Unanswered) first).command());
    line.cut = false;
    assertThat(after.ask(after.owed().getFirst())).isInstanceOf(ScanOutcome.Redeemed.class);
    assertThat(after.owed()).isEmpty();
  }

  @Test
  void takesAnUnansweredActBackWhenThePersonDoesNotServeAfterARestart() {
    line.cut = true;
    counter.redeem(code());
    Counter after = counter();

    assertThat(after.doNotHandOver(after.owed().getFirst())).isInstanceOf(UndoOutcome.Undone.class);
    assertThat(after.owed()).isEmpty();
    line.cut = false;
    quiet();
    assertThat(after.redeem(code())).isInstanceOf(ScanOutcome.Redeemed.class);
    assertThat(after.today().redeemed()).isEqualTo(1);
  }

  private List<CommandType> waiting() {
    return cache.outbox().batch(100, Long.MAX_VALUE).stream()
        .map(each -> (SentCommand.Understood) each.sent().content())
        .map(each -> each.command().type())
        .toList();
  }

  private long noted() {
    return server
        .opened()
        .number(
            "SELECT count(*) FROM audit WHERE type = 'voucher.note_refusal'"
                + " AND outcome = 'applied' AND before_hash = after_hash");
  }

  @Test
  void tellsTheServerLaterWhatItRefusedAloneV31() {
    String known = server.valueCode().code();
    online = false;
    counter.redeem(known);
    counter.redeem("K7QM-3XRD-9F2X");
    counter.redeem("K7QM-3XRD-9F2Y");
    counter.redeem("?");

    assertThat(waiting()).hasSize(3).containsOnly(CommandType.VOUCHER_NOTE_REFUSAL);
    assertThat(cache.outbox().batch(100, Long.MAX_VALUE))
        .allSatisfy(
            each ->
                assertThat(new String(each.canonical().toArray(), StandardCharsets.UTF_8))
                    .doesNotContain(VoucherCode.normalise(known))
                    .doesNotContain("K7QM"));
    online = true;
    quiet();

    assertThat(cache.outbox().queue().waiting()).isZero();
    assertThat(cache.inbox().open()).isZero();
    assertThat(noted()).isEqualTo(3);
    assertThat(
            server
                .opened()
                .number(
                    "SELECT count(*) FROM audit WHERE target = '%s'"
                            .formatted(server.valueCode().voucher())
                        + " AND type = 'voucher.note_refusal'"))
        .isEqualTo(1);
  }

  @Test
  void tellsTheServerNothingThatItDecidedItselfOrHasNoCommandForV31() throws Exception {
    for (int i = 0; i <= code.usesLeft(); i++) {
      counter.redeem(code());
    }
    assertThat(counter.today().byReason()).containsEntry("voucher-already-redeemed", 1L);
    assertThat(noted()).isZero();

    line.lacks = CommandType.VOUCHER_NOTE_REFUSAL;
    signInAgain();
    online = false;
    counter.redeem(server.valueCode().code());
    assertThat(waiting()).isEmpty();
    assertThat(counter.recent(100))
        .extracting(RecentScan::result)
        .contains(RecentScan.Result.NOT_NOW);
  }

  private void signInAgain() throws IOException {
    SampleBusiness.Account account = server.counter();
    session.signOut();
    assertThat(session.signIn(account.username(), account.password().toCharArray()))
        .isInstanceOf(SignInResult.SignedIn.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"scan_log", "outbox"})
  void keepsARefusalAndItsActTogetherOrNeitherV31(String broken) throws Exception {
    try (Connection file =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("client/cache.db"));
        Statement sql = file.createStatement()) {
      sql.execute(
          "CREATE TRIGGER broken BEFORE INSERT ON "
              + broken
              + " BEGIN SELECT RAISE(ABORT, 'broken'); END");
      online = false;
      counter.redeem(server.valueCode().code());
      assertThat(waiting()).isEmpty();
      assertThat(counter.recent(10)).isEmpty();

      sql.execute("DROP TRIGGER broken");
      counter.redeem(server.valueCode().code());
      assertThat(waiting()).hasSize(1);
      assertThat(counter.recent(10)).hasSize(1);
    }
  }

  @Test
  void keepsTheDaysRefusalsOverARestartV31V37() {
    online = false;
    counter.redeem(server.valueCode().code());
    counter.redeem("?");
    online = true;
    counter.redeem("K7QM-3XRD-9F2X");

    Counter after = counter();

    assertThat(after.recent(10)).hasSize(3).isEqualTo(counter.recent(10));
    assertThat(after.today().refused()).isEqualTo(counter.today().refused()).isPositive();
  }

  @Test
  void showsNoBuyerToAClerkWhatTheCacheMayStillHold() throws Exception {
    assertThat(buyer()).as("a supervisor sees the buyer").isNotNull();
    assertThat(session.signIn("linxiao", server.account("linxiao").password().toCharArray()))
        .isInstanceOf(SignInResult.SignedIn.class);
    line.cut = true;
    assertThat(buyer()).as("a clerk does not, whatever was pulled before").isNull();
  }

  private @Nullable String buyer() {
    return ((LookUp.Found) counter.lookUp(code())).card().buyer();
  }
}

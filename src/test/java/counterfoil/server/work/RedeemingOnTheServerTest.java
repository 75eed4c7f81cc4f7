package counterfoil.server.work;

import static org.assertj.core.api.Assertions.assertThat;

import counterfoil.domain.money.Money;
import counterfoil.domain.rights.Collection;
import counterfoil.domain.voucher.Redemption;
import counterfoil.fixture.HandClock;
import counterfoil.fixture.Stores;
import counterfoil.protocol.CommandBatch;
import counterfoil.protocol.CommandResult;
import counterfoil.protocol.FreezeVoucher;
import counterfoil.server.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the server promises of redemptions, on both stores. */
@DisplayName("Redeeming on the server")
final class RedeemingOnTheServerTest {
  private static final Instant NOW = Stores.START;

  private record World(
      ServerWork work, Store store, HandClock clock, Stores.Opened opened, Surroundings around) {
    /** The code of the sample's voucher with a number. */
    String code(int index) {
      return Stores.codes().get(index).code();
    }
  }

  private static void in(Stores.Kind kind, Consumer<World> test) {
    Stores.Opened opened = Stores.sample(kind);
    HandClock clock = new HandClock(NOW);
    try (ExecutorService writers = Executors.newCachedThreadPool();
        Store store = opened.node().get()) {
      Surroundings around = Stores.surroundings(clock, writers);
      try (ServerWork work = ServerWork.open(store, around)) {
        test.accept(new World(work, store, clock, opened, around));
      }
    } finally {
      opened.remove().run();
    }
  }

  @ParameterizedTest
  @EnumSource
  void redeemsOnceAndThenSaysWhenWhereAndByWhom(Stores.Kind kind) {
    in(
        kind,
        world -> {
          Till till = Till.open(world.work(), "linxiao");
          till.redeem(world.code(0), NOW);
          assertThat(Till.code(till.sendLast())).isEqualTo("applied");
          till.redeem(world.code(0), NOW);
          CommandResult again = till.sendLast();
          assertThat(Till.code(again)).isEqualTo("voucher-already-redeemed");
          assertThat(((CommandResult.Refused) again.outcome()).problem().text("by"))
              .contains(till.caller().actor().user());
        });
  }

  @ParameterizedTest
  @EnumSource
  void refusesEveryStateOfTheSampleWithItsOwnReason(Stores.Kind kind) {
    in(
        kind,
        world -> {
          Till till = Till.open(world.work(), "linxiao");
          List<Integer> indices = List.of(3, 4, 5, Stores.VOUCHERS - 1, 7, 8, 9, 10);
          indices.forEach(index -> till.redeem(world.code(index), NOW));
          till.redeem("2345-6789-ABCD", NOW);
          assertThat(Till.done(till.send(1)).stream().map(Till::code))
              .containsExactly(
                  "voucher-already-redeemed",
                  "voucher-expired",
                  "voucher-not-yet-valid",
                  "voucher-blocked-day",
                  "voucher-frozen",
                  "voucher-refunded",
                  "voucher-external",
                  "voucher-wrong-store",
                  "voucher-mistyped");
        });
  }

  @ParameterizedTest
  @EnumSource
  void countsNoMoreRedemptionsThanUsesWhenManyTillsRedeemAtOnce(Stores.Kind kind) {
    in(
        kind,
        world -> {
          List<Till> tills = new ArrayList<>();
          for (int i = 0; i < 4; i++) {
            tills.add(Till.open(world.work(), i % 2 == 0 ? "linxiao" : "zhouning"));
          }
          List<Future<List<CommandResult>>> running = new ArrayList<>();
          try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (Till till : tills) {
              running.add(
                  threads.submit(
                      () -> {
                        List<CommandResult> results = new ArrayList<>();
                        for (int i = 0; i < 8; i++) {
                          till.redeem(world.code(1), NOW);
                          results.add(till.sendLast());
                        }
                        return results;
                      }));
            }
          }
          long applied =
              running.stream()
                  .flatMap(results -> results.resultNow().stream())
                  .filter(result -> Till.code(result).equals("applied"))
                  .count();
          assertThat(applied).as("VO-8: ten uses").isEqualTo(10);
          gapless(world);
          sound(world);
        });
  }

  @ParameterizedTest
  @EnumSource
  void givesTheFirstAnswerAgainWhenItWasLost(Stores.Kind kind) {
    in(
        kind,
        world -> {
          Till till = Till.open(world.work(), "linxiao");
          till.redeem(world.code(0), NOW);
          List<CommandResult> first = Till.done(till.send(1));
          assertThat(Till.done(till.send(1))).isEqualTo(first);
        });
  }

  @ParameterizedTest
  @EnumSource
  void answersEveryStateOfADevicesChain(Stores.Kind kind) {
    in(
        kind,
        world -> {
          Till till = Till.open(world.work(), "linxiao");
          till.redeem(world.code(0), NOW);
          Till copy = till.copy();
          till.redeem(world.code(13), NOW);
          assertThat(Till.code(till.send(2))).isEqualTo("chain-gap");
          CommandBatch whole = till.batch(1);
          CommandBatch torn = new CommandBatch(whole.commands().subList(0, 1), whole.chain());
          assertThat(Till.code(world.work().commands().take(till.caller(), torn)))
              .isEqualTo("chain-mismatch");
          assertThat(Till.done(till.send(1))).hasSize(2);
          copy.redeem(world.code(14), NOW, Redemption.Mode.PROVISIONAL);
          assertThat(Till.code(copy.send(2))).isEqualTo("chain-fork");
          till.redeem(world.code(15), NOW);
          assertThat(Till.code(till.send(3))).isEqualTo("device-blocked");
          assertThat(
                  Till.code(
                      world
                          .work()
                          .sessions()
                          .signIn(
                              Till.request("linxiao", "linxiao-sample", till.id(), till.keys()),
                              "::1")))
              .isEqualTo("device-blocked");
          assertThat(rows(world, "fangqing", Collection.DISPUTES)).isEqualTo(2);
          sound(world);
        });
  }

  @ParameterizedTest
  @EnumSource
  void refusesAnIdThatSaysSomethingElseAndHoldsNobodyUp(Stores.Kind kind) {
    in(
        kind,
        world -> {
          Till till = Till.open(world.work(), "linxiao");
          String id = till.redeem(world.code(0), NOW).id();
          till.next(id, new FreezeVoucher(true, null), id, NOW);
          till.redeem(world.code(13), NOW);
          assertThat(Till.done(till.send(1)).stream().map(Till::code))
              .containsExactly("applied", "command-id-reused", "applied");
        });
  }

  @ParameterizedTest
  @EnumSource
  void undoesWithinFifteenMinutesAndReversesTheSettlement(Stores.Kind kind) {
    in(
        kind,
        world -> {
          Till till = Till.open(world.work(), "linxiao");
          String first = till.redeem(world.code(0), NOW).id();
          till.undo(first, NOW.plus(Duration.ofMinutes(15)));
          till.redeem(world.code(0), NOW);
          String second = till.redeem(world.code(13), NOW).id();
          till.undo(second, NOW.plus(Duration.ofMinutes(15)).plusMillis(1));
          assertThat(Till.done(till.send(1)).stream().map(Till::code))
              .containsExactly("applied", "applied", "applied", "applied", "undo-too-late");
          sound(world);
        });
  }

  @ParameterizedTest
  @EnumSource
  void makesADisputeOfAProvisionalRedemptionThatLost(Stores.Kind kind) {
    in(
        kind,
        world -> {
          Till winner = Till.open(world.work(), "linxiao");
          winner.redeem(world.code(0), NOW);
          winner.sendLast();
          Till loser = Till.open(world.work(), "zhouning");
          loser.redeem(world.code(0), NOW, Redemption.Mode.PROVISIONAL);
          assertThat(Till.code(loser.sendLast())).isEqualTo("voucher-already-redeemed");
          assertThat(rows(world, "zhouning", Collection.DISPUTES)).isEqualTo(1);
          assertThat(rows(world, "zhaolei", Collection.DISPUTES)).isZero();
        });
  }

  @ParameterizedTest
  @EnumSource
  void spendsStoredValueToTheLastFenAndNotOneMore(Stores.Kind kind) {
    in(
        kind,
        world -> {
          Till till = Till.open(world.work(), "linxiao");
          till.spend(world.code(2), 499_99, NOW);
          till.spend(world.code(2), 2, NOW);
          till.spend(world.code(2), 1, NOW);
          assertThat(Till.done(till.send(1)).stream().map(Till::code))
              .containsExactly("applied", "voucher-already-redeemed", "applied");
          sound(world);
        });
  }

  @ParameterizedTest
  @EnumSource
  void settlesByItselfSevenDaysAfterDelivery(Stores.Kind kind) {
    in(
        kind,
        world -> {
          Till till = Till.open(world.work(), "linxiao");
          world.clock().forward(Duration.ofDays(8));
          till.redeem(world.code(7), NOW);
          till.sendLast();
          till.redeem(world.code(7), NOW);
          till.sendLast();
          long waiting =
              world
                  .store()
                  .read(
                      tx -> tx.of(till.caller().tenant()).due().until(world.clock().instant(), 500))
                  .stream()
                  .filter(due -> due.kind().equals(Ledger.SETTLE))
                  .count();
          assertThat(waiting).as("VO-4 b").isZero();
          sound(world);
        });
  }

  @ParameterizedTest
  @EnumSource
  void locksAUserAndAddressAfterFiveWrongTries(Stores.Kind kind) {
    in(
        kind,
        world -> {
          Till till = Till.open(world.work(), "linxiao");
          for (int i = 0; i < 5; i++) {
            assertThat(Till.code(signIn(world, till, "wrong password")))
                .isEqualTo("sign-in-failed");
          }
          assertThat(Till.code(signIn(world, till, "linxiao-sample"))).isEqualTo("sign-in-locked");
          world.clock().forward(Duration.ofMinutes(15));
          assertThat(Till.code(signIn(world, till, "linxiao-sample"))).isEqualTo("done");
        });
  }

  private static Answer<?> signIn(World world, Till till, String password) {
    return world
        .work()
        .sessions()
        .signIn(Till.request("linxiao", password, till.id(), till.keys()), "::1");
  }

  /** Rows of a collection in a person's whole feed, tombstones left out. */
  private static long rows(World world, String username, Collection collection) {
    return feed(world, Till.open(world.work(), username), 7).stream()
        .filter(line -> line.collection().equals(collection.wire()) && line.data() != null)
        .count();
  }

  private static List<counterfoil.protocol.ChangeLine> feed(World world, Till till, int limit) {
    List<counterfoil.protocol.ChangeLine> lines = new ArrayList<>();
    String cursor = null;
    boolean more = true;
    while (more) {
      ChangePage page = Till.done(world.work().changes().page(till.caller(), cursor, limit));
      lines.addAll(page.lines());
      cursor = page.cursor();
      more = page.more();
    }
    return lines;
  }

  private static void gapless(World world) {
    Till till = Till.open(world.work(), "fangqing");
    List<counterfoil.protocol.ChangeLine> lines = feed(world, till, 5);
    Set<String> stores = till.caller().actor().stores();
    Set<String> seen = new HashSet<>();
    lines.forEach(line -> seen.add(line.collection() + line.id()));
    assertThat(seen).hasSameSizeAs(lines);
    assertThat(lines.stream().filter(line -> line.collection().equals("vouchers")).count())
        .isEqualTo(
            Stores.codes().stream()
                .filter(code -> !code.state().equals("refunded"))
                .filter(code -> code.store() == null || stores.contains(code.store()))
                .count());
  }

  /** The ledger sums to zero and the audit chain is whole. */
  private static void sound(World world) {
    String tenant = Till.open(world.work(), "admin").caller().tenant();
    long sum =
        world.store().read(tx -> tx.of(tenant).ledger().balances()).values().stream()
            .mapToLong(Money::amount)
            .sum();
    assertThat(sum).isZero();
    assertThat(AuditCheck.walk(world.store()))
        .allMatch(finding -> finding instanceof AuditCheck.Whole);
  }
}

package counterfoil.server.work;

import static org.assertj.core.api.Assertions.assertThat;

import counterfoil.domain.money.Money;
import counterfoil.domain.rights.Collection;
import counterfoil.domain.voucher.Take;
import counterfoil.domain.voucher.Validity;
import counterfoil.fixture.HandClock;
import counterfoil.fixture.Stores;
import counterfoil.protocol.IssueVouchers;
import counterfoil.server.store.FeedTable;
import counterfoil.server.store.Store;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the server does by itself as time goes by, and what its audit says, on both stores. */
@DisplayName("Housekeeping on the server")
final class HousekeepingTest {
  private static final LocalDate LAST_DAY = LocalDate.of(2026, 11, 30);
  private static final int MANY = 2 * DueActs.VOUCHERS + 200;

  private static IssueVouchers issue(Store store, String tenant, int count) {
    String good =
        store.read(
            tx ->
                Objects.requireNonNull(
                        tx.of(tenant).vouchers().byId(Stores.codes().getFirst().voucher()))
                    .terms()
                    .good());
    List<IssueVouchers.NewVoucher> vouchers =
        Stream.generate(() -> new IssueVouchers.NewVoucher(UUID.randomUUID().toString(), null))
            .limit(count)
            .toList();
    return new IssueVouchers(
        good,
        null,
        "order-1",
        null,
        Money.fen(1000),
        null,
        new Take.Uses(1),
        new Validity(null, LAST_DAY, Set.of(), false),
        Set.of(Objects.requireNonNull(Stores.codes().getFirst().store())),
        null,
        vouchers);
  }

  private static void in(Stores.Kind kind, Consumer<World> test) {
    Stores.Opened opened = Stores.sample(kind);
    HandClock clock = new HandClock(Stores.START);
    try (ExecutorService writers = Executors.newCachedThreadPool();
        Store store = opened.node().get()) {
      test.accept(new World(store, clock, opened, Stores.surroundings(clock, writers)));
    } finally {
      opened.remove().run();
    }
  }

  private record World(Store store, HandClock clock, Stores.Opened opened, Surroundings around) {

    /** Has the supplier's administrator issue vouchers, and names them. */
    Issued issue(int count) {
      try (ServerWork work = ServerWork.open(store, around)) {
        Till till = Till.open(work, "heyan");
        List<String> ids = new ArrayList<>();
        while (ids.size() < count) {
          IssueVouchers part =
              HousekeepingTest.issue(
                  store, till.caller().tenant(), Math.min(1000, count - ids.size()));
          part.vouchers().forEach(each -> ids.add(each.id()));
          till.next(part, null, clock.instant());
          assertThat(Till.code(till.sendLast())).isEqualTo("applied");
        }
        return new Issued(till.caller().tenant(), ids);
      }
    }

    List<FeedTable.Entry> feed(String tenant) {
      List<FeedTable.Entry> all = new ArrayList<>();
      while (true) {
        long from = all.isEmpty() ? 0 : all.getLast().seq();
        List<FeedTable.Entry> page = store.read(tx -> tx.of(tenant).feed().after(from));
        if (page.isEmpty()) {
          return all;
        }
        all.addAll(page);
      }
    }
  }

  private record Issued(String tenant, List<String> ids) {}

  /**
   * One transaction of what is due: the vouchers it put into the feed, and whether there is more.
   */
  private record Part(List<FeedTable.Entry> vouchers, boolean more) {}

  private static Part part(World world, String tenant) {
    return world
        .store()
        .write(
            tx -> {
              Group group = Group.begin(tx, tenant, world.around());
              boolean more = new DueActs(group).drain();
              group.end();
              return new Part(
                  group.stamped().stream()
                      .filter(entry -> entry.collection() == Collection.VOUCHERS)
                      .toList(),
                  more);
            });
  }

  @ParameterizedTest
  @EnumSource
  void aDayOnWhichManyVouchersEndIsDoneInParts(Stores.Kind kind) {
    in(
        kind,
        world -> {
          Issued issued = world.issue(MANY);
          world.clock().forward(Duration.ofDays(7));
          List<String> ended = new ArrayList<>();
          int most = 0;
          boolean more = true;
          while (more) {
            Part part = part(world, issued.tenant());
            more = part.more();
            most = Math.max(most, part.vouchers().size());
            part.vouchers().stream()
                .filter(entry -> String.valueOf(entry.data()).contains("\"expired\""))
                .forEach(entry -> ended.add(entry.id()));
          }
          assertThat(most).isEqualTo(DueActs.VOUCHERS);
          assertThat(ended).doesNotHaveDuplicates().containsAll(issued.ids());
          assertThat(
                  world
                      .opened()
                      .number(
                          "SELECT count(*) FROM due WHERE kind = 'validity-day' AND at <= "
                              + world.clock().instant().toEpochMilli()))
              .isZero();
        });
  }

  @ParameterizedTest
  @EnumSource
  void theAuditSaysWhatAnIssueMade(Stores.Kind kind) {
    in(
        kind,
        world -> {
          Issued issued = world.issue(2);
          String made =
              issued.ids().stream()
                  .map(
                      id ->
                          world.feed(issued.tenant()).stream()
                              .filter(entry -> entry.id().equals(id))
                              .map(FeedTable.Entry::data)
                              .findFirst()
                              .orElseThrow())
                  .collect(Collectors.joining("\n"));
          assertThat(
                  world
                      .opened()
                      .number(
                          "SELECT count(*) FROM audit WHERE type = 'voucher.issue'"
                              + " AND before_hash = '' AND after_hash = '"
                              + Digests.sha256(made).hex()
                              + "'"))
              .isEqualTo(1);
        });
  }

  @ParameterizedTest
  @EnumSource
  void endedSessionsAndOldFailuresDoNotStay(Stores.Kind kind) {
    in(
        kind,
        world -> {
          Surroundings still =
              new Surroundings(
                  world.clock(),
                  world.around().random(),
                  world.around().ids(),
                  _ -> {},
                  world.around().calendar(),
                  world.around().tombstonesKept(),
                  "test");
          ServerWork work = ServerWork.open(world.store(), still);
          Till till = Till.open(work, "heyan");
          work.sessions()
              .signIn(Till.request("heyan", "wrong", till.id(), till.keys()), "192.0.2.1");
          work.step();
          assertThat(world.opened().number("SELECT count(*) FROM session")).isEqualTo(1);
          assertThat(world.opened().number("SELECT count(*) FROM login_failure")).isEqualTo(1);
          world.clock().forward(Duration.ofDays(2));
          work.step();
          assertThat(world.opened().number("SELECT count(*) FROM session")).isEqualTo(1);
          assertThat(world.opened().number("SELECT count(*) FROM login_failure")).isZero();
          world.clock().forward(Duration.ofDays(30));
          work.step();
          assertThat(world.opened().number("SELECT count(*) FROM session")).isZero();
        });
  }
}

package counterfoil.client.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import counterfoil.domain.money.Money;
import counterfoil.domain.voucher.RiskBudget;
import counterfoil.domain.voucher.Worth;
import counterfoil.protocol.Bytes;
import counterfoil.protocol.Chain;
import counterfoil.protocol.CommandResult;
import counterfoil.protocol.Problem;
import counterfoil.protocol.ProblemCode;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Acts on their way to the server. */
final class OutboxTest {
  private static final String FIRST = Store.id(101);
  private static final String SECOND = Store.id(102);

  @TempDir Path folder;
  private Store store;

  @BeforeEach
  void open() throws IOException {
    store = Store.make(folder);
    store.cache.feed().apply(List.of(Store.voucher(7, 1, 3, 3)), "c1", Store.NOW);
  }

  @AfterEach
  void close() {
    store.close();
  }

  private Worth worth() {
    return store.cache.vouchers().byId(Store.id(7)).orElseThrow().voucher().worth();
  }

  @Test
  void givesEachActTheNextPlaceAndTheChainsHash() {
    QueuedCommand first = store.act(Store.redeem(FIRST, 7));
    QueuedCommand second = store.act(Store.redeem(SECOND, 7));
    byte[] h1 = Chain.next(Chain.start(Store.DEVICE), first.canonical().toArray());
    byte[] h2 = Chain.next(h1, second.canonical().toArray());
    assertThat(List.of(first.seq(), second.seq())).containsExactly(1L, 2L);
    assertThat(first.hash()).isEqualTo(Bytes.of(h1));
    assertThat(store.cache.outbox().head()).isEqualTo(new ChainPlace(2, Bytes.of(h2)));
    store.cache.outbox().verify();
  }

  @Test
  void sendsTheSameBytesAfterARestart() throws IOException {
    QueuedCommand made = store.act(Store.redeem(FIRST, 7));
    store.send();
    store.close();
    store = Store.again(folder);
    QueuedCommand again = store.cache.outbox().batch(10, 1 << 20).getFirst();
    assertThat(again.canonical()).isEqualTo(made.canonical());
    assertThat(again.state()).isEqualTo(CommandState.SENT);
  }

  @Test
  void keepsNothingOfAnActWhoseEffectFails() {
    assertThatThrownBy(
            () ->
                store
                    .cache
                    .outbox()
                    .act(
                        Store.redeem(FIRST, 7),
                        tx -> {
                          SettingStore.put(tx, "half", "done");
                          throw new IllegalStateException("cut");
                        }))
        .hasMessage("cut");
    assertThat(store.cache.outbox().head().seq()).isZero();
    assertThat(store.cache.outbox().queue().waiting()).isZero();
    assertThat(store.cache.database().<Boolean>read(tx -> SettingStore.get(tx, "half").isEmpty()))
        .isTrue();
    assertThat(worth()).isEqualTo(new Worth.Uses(3, 3));
  }

  @Test
  void saysThatAnActWasNotStoredWhenTheDiskIsFull() {
    store.cache.database().write(OutboxTest::leaveNoRoom);
    assertThat(store.cache.outbox().act(Store.redeem(FIRST, 7), OutboxTest::takesRoom))
        .isEqualTo(new ActResult.NotStored(StorageProblem.FULL));
    assertThat(store.cache.outbox().head().seq()).isZero();
    assertThat(worth()).isEqualTo(new Worth.Uses(3, 3));
  }

  private static int leaveNoRoom(Tx tx) throws SQLException {
    long pages = tx.number("PRAGMA page_count");
    return (int) tx.number("PRAGMA max_page_count = " + pages);
  }

  private static void takesRoom(Tx tx) throws SQLException {
    SettingStore.put(tx, "large", "x".repeat(1 << 20));
  }

  @Test
  void refusesTheSameActTwice() {
    store.act(Store.redeem(FIRST, 7));
    assertThatThrownBy(() -> store.cache.outbox().act(Store.redeem(FIRST, 7), Outbox.Effect.none()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(store.cache.outbox().head().seq()).isEqualTo(1);
  }

  @Test
  void lowersWhatScreensSeeUntilTheFeedHasIt() {
    store.act(Store.redeem(FIRST, 7));
    assertThat(worth()).isEqualTo(new Worth.Uses(3, 2));
    store.send();
    store.cache.outbox().answer(List.of(CommandResult.applied(FIRST, Store.id(7), 2L)), Store.NOW);
    assertThat(worth()).as("answered, not yet in the feed").isEqualTo(new Worth.Uses(3, 2));
    store
        .cache
        .feed()
        .apply(
            List.of(Store.voucher(7, 2, 3, 2), Store.redemption(FIRST, 2, 7, false)),
            "c2",
            Store.NOW);
    assertThat(worth()).as("from the feed, and once only").isEqualTo(new Worth.Uses(3, 2));
    assertThat(store.cache.redemptions().recent(null, null, 10)).hasSize(1);
  }

  @Test
  void countsARedemptionOnceWhenTheFeedIsFasterThanTheAnswer() {
    store.act(Store.redeem(FIRST, 7));
    store.send();
    store
        .cache
        .feed()
        .apply(
            List.of(Store.voucher(7, 2, 3, 2), Store.redemption(FIRST, 2, 7, false)),
            "c2",
            Store.NOW);
    assertThat(worth()).isEqualTo(new Worth.Uses(3, 2));
    store.cache.outbox().answer(List.of(CommandResult.applied(FIRST, Store.id(7), 2L)), Store.NOW);
    assertThat(worth()).isEqualTo(new Worth.Uses(3, 2));
  }

  @Test
  void putsARefusedActIntoTheInboxAndGivesTheUseBack() {
    store.act(Store.redeem(FIRST, 7));
    store.send();
    Problem problem = Problem.of(ProblemCode.VOUCHER_ALREADY_REDEEMED).with("store", Store.SHOP);
    store.cache.outbox().answer(List.of(CommandResult.refused(FIRST, null, problem)), Store.NOW);
    assertThat(worth()).isEqualTo(new Worth.Uses(3, 3));
    InboxEntry entry = store.cache.inbox().entries(10).getFirst();
    assertThat(entry.command()).isEqualTo(FIRST);
    assertThat(entry.type()).isEqualTo("voucher.redeem");
    assertThat(entry.arrivedAt()).isEqualTo(Store.NOW);
    assertThat(entry.problem().bytes()).isEqualTo(problem.bytes());
    assertThat(store.cache.inbox().dismiss(FIRST, Store.NOW)).isTrue();
    assertThat(store.cache.inbox().open()).isZero();
  }

  @Test
  void changesNothingForALateDuplicate() {
    store.act(Store.redeem(FIRST, 7));
    store.send();
    CommandResult applied = CommandResult.applied(FIRST, Store.id(7), 2L);
    CommandResult refused =
        CommandResult.refused(FIRST, null, Problem.of(ProblemCode.VOUCHER_EXPIRED));
    assertThat(store.cache.outbox().answer(List.of(applied), Store.NOW).getFirst().changed())
        .isTrue();
    assertThat(store.cache.outbox().answer(List.of(applied), Store.NOW).getFirst().changed())
        .isFalse();
    assertThat(store.cache.outbox().answer(List.of(refused), Store.NOW).getFirst().changed())
        .isFalse();
    assertThat(store.cache.inbox().open()).isZero();
    assertThat(store.cache.outbox().result(FIRST)).contains(applied);
  }

  @Test
  void netsARedemptionAndItsUndo() {
    store.act(Store.redeem(FIRST, 7));
    store.act(Store.undo(SECOND, FIRST, 7));
    assertThat(worth()).isEqualTo(new Worth.Uses(3, 3));
    CachedRedemption recent = store.cache.redemptions().recent(null, null, 10).getFirst();
    assertThat(recent.redemption().undone()).isTrue();
    assertThat(recent.waiting()).isTrue();
  }

  @Test
  void countsRiskAcrossRestartsUntilTheServerAnswers() throws IOException {
    store.act(Store.redeem(FIRST, 7));
    store.act(Store.redeem(SECOND, 7));
    store.close();
    store = Store.again(folder);
    assertThat(store.cache.risk().used()).isEqualTo(new RiskBudget.Used(Money.fen(176_00), 2));
    store.send();
    store.cache.outbox().answer(List.of(CommandResult.applied(FIRST, Store.id(7), 2L)), Store.NOW);
    assertThat(store.cache.risk().used()).isEqualTo(new RiskBudget.Used(Money.fen(88_00), 1));
  }

  @Test
  void cutsABatchByNumberAndByBytes() {
    for (int i = 0; i < 5; i++) {
      store.act(Store.redeem(Store.id(200 + i), 7));
    }
    int one = store.cache.outbox().batch(1, 1).getFirst().canonical().size();
    assertThat(store.cache.outbox().batch(3, 1 << 20)).hasSize(3);
    assertThat(store.cache.outbox().batch(5, 2L * one + 20)).hasSize(2);
    assertThat(store.cache.outbox().after(3, 10, 1 << 20))
        .extracting(QueuedCommand::seq)
        .containsExactly(4L, 5L);
  }

  @Test
  void keepsTheCopyOfWhatThePersonSawWhenTheVoucherLeaves() {
    store.act(Store.redeem(FIRST, 7));
    store
        .cache
        .feed()
        .apply(
            List.of(new counterfoil.protocol.ChangeLine("vouchers", Store.id(7), 2, null)),
            "c2",
            Store.NOW);
    CachedRedemption recent = store.cache.redemptions().recent(null, null, 10).getFirst();
    assertThat(recent.voucher().orElseThrow().codeTail()).isEqualTo("7K3Q");
  }

  @Test
  void sweepsAnsweredActsAndGoesOnWithTheChain() {
    store.act(Store.redeem(FIRST, 7));
    store.act(Store.redeem(SECOND, 7));
    store.send();
    store
        .cache
        .outbox()
        .answer(
            List.of(
                CommandResult.applied(FIRST, Store.id(7), 2L),
                CommandResult.applied(SECOND, Store.id(7), 3L)),
            Store.NOW);
    Instant later = Store.NOW.plus(Duration.ofDays(1));
    assertThat(store.cache.outbox().sweep(later)).as("the feed has not brought them").isZero();
    store.cache.feed().sweep(later, LocalDate.of(2026, 11, 1));
    assertThat(store.cache.outbox().sweep(later)).isEqualTo(1);
    assertThat(store.act(Store.redeem(Store.id(103), 7)).seq()).isEqualTo(3);
    store.cache.outbox().verify();
  }

  @Test
  void takesNoAnswerToWhatWasNeverSentAndNoSecondOne() {
    store.act(Store.redeem(FIRST, 7));
    Outbox outbox = store.cache.outbox();
    List<CommandResult> applied = List.of(CommandResult.applied(FIRST, Store.id(7), 2L));
    List<CommandResult> refused =
        List.of(
            CommandResult.refused(
                FIRST, Store.id(7), Problem.of(ProblemCode.VOUCHER_ALREADY_REDEEMED)));
    assertThat(outbox.answer(applied, Store.NOW).getFirst().changed()).isFalse();
    assertThat(outbox.state(FIRST)).contains(CommandState.QUEUED);
    store.send();
    assertThat(outbox.answer(applied, Store.NOW).getFirst().changed()).isTrue();
    assertThat(outbox.answer(refused, Store.NOW).getFirst().changed()).isFalse();
    assertThat(outbox.state(FIRST)).contains(CommandState.APPLIED);
    assertThat(store.cache.inbox().open()).isZero();
  }
}

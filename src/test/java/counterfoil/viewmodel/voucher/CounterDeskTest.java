package counterfoil.viewmodel.voucher;

import static org.assertj.core.api.Assertions.assertThat;

import counterfoil.client.device.PictureDecoder;
import counterfoil.client.work.PictureScan;
import counterfoil.client.work.RecentScan.Result;
import counterfoil.client.work.ScanOutcome;
import counterfoil.client.work.UndoOutcome;
import counterfoil.domain.money.Money;
import counterfoil.domain.voucher.VoucherRefusal;
import counterfoil.domain.voucher.Worth;
import counterfoil.fixture.HandBackground;
import counterfoil.fixture.PaperCounter;
import counterfoil.viewmodel.Mark;
import counterfoil.viewmodel.Tone;
import counterfoil.viewmodel.Wording;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The counter's desk")
final class CounterDeskTest {
  private static final Instant NOW = Instant.parse("2026-11-24T07:00:00Z");

  private final PaperCounter counter = new PaperCounter();
  private final HandBackground background = new HandBackground();
  private final List<ScanAnswer> answers = new ArrayList<>();
  private final CounterDesk desk =
      new CounterDesk(
          counter,
          new PictureScan(new PictureDecoder(PictureDecoder.defaultSymbologies())),
          background,
          new CounterDesk.Place(
              ZoneId.of("Asia/Shanghai"), () -> NOW, new VerdictWords.Here("here", "till")));

  private void scan(String code) {
    desk.redeem(code, answers::add);
  }

  private void done(Result result, @Nullable String redemption, boolean undoable) {
    counter.scans.add(
        new counterfoil.client.work.RecentScan(
            NOW.minusSeconds(60), "good", "AB3D", result, null, null, null, redemption, undoable));
    desk.refresh();
    background.all();
  }

  @Test
  void servesCustomersInTheOrderOfTheirScansOneAtATimeV7() {
    background.all();
    scan("one");
    scan("two");
    scan("three");
    assertThat(background.waiting()).isOne();

    background.all();

    assertThat(counter.asked).containsExactly("redeem one", "redeem two", "redeem three");
    assertThat(answers).hasSize(3);
  }

  @Test
  void tellsAfterEveryAnswerThatTheQueueMayHaveChangedV35() {
    List<Integer> told = new ArrayList<>();
    desk.whenAnswered(() -> told.add(answers.size()));
    scan("one");
    scan("two");
    background.all();

    assertThat(told).containsExactly(1, 2);
  }

  @Test
  void goesOnWithTheNextCustomerWhenTheWorkForOneBreaksOff() {
    counter.fault = new IllegalStateException("broken");
    scan("one");
    background.next();
    background.next();
    counter.fault = null;
    scan("two");
    background.all();

    assertThat(counter.asked).containsExactly("redeem one", "redeem two");
    assertThat(answers).hasSize(2);
    assertThat(answers.getFirst().face())
        .isInstanceOfSatisfying(
            TicketFace.Verdict.class,
            verdict -> assertThat(verdict.word()).isEqualTo(Wording.of("voucher.word.fault")));
  }

  @Test
  void showsACodeInGroupsHoweverItWasReadAndLeavesWhatIsNoCodeAlone() {
    counter.outcome = new ScanOutcome.Refused(new VoucherRefusal.Unknown(), null, true);
    scan("k7qm3xrd9f2t");
    scan("??");
    background.all();

    assertThat(answers)
        .extracting(answer -> answer.face().stub().code())
        .containsExactly("K7QM-3XRD-9F2T", "??");
    desk.lookUp("k7qm 3xrd 9f2t", answers::add);
    background.all();
    assertThat(answers.getLast().face().stub().code()).isEqualTo("K7QM-3XRD-9F2T");
    assertThat(counter.asked).contains("look up k7qm 3xrd 9f2t");
  }

  @Test
  void takesTheNewestRedemptionBackThatCanBeTakenBackV24() {
    done(Result.REFUSED, null, false);
    done(Result.REDEEMED, "newest", true);
    done(Result.REDEEMED, "older", true);
    assertThat(desk.undoLeft()).contains(Duration.ofMinutes(14));
    counter.undone = new UndoOutcome.Undone(null, true);

    desk.undo("a reason", answers::add);
    background.all();

    assertThat(counter.asked).containsExactly("undo newest a reason");
  }

  @Test
  void saysThatThereIsNothingToUndoAndAsksNobody() {
    background.all();
    desk.undo("a reason", answers::add);
    background.all();

    assertThat(counter.asked).isEmpty();
    assertThat(answers).hasSize(1);
    assertThat(desk.undoLeft()).isEmpty();
  }

  @Test
  void undoOnAnUnansweredActDoesNotServeInsteadOfTakingAnotherBack() {
    done(Result.REDEEMED, "earlier", true);
    counter.outcome = new ScanOutcome.Unanswered("act", null, true, PaperCounter.risk());
    scan("one");
    background.all();

    desk.undo("a reason", answers::add);
    background.all();

    assertThat(counter.asked).containsExactly("redeem one", "do not hand over act");
  }

  @Test
  void handsOverTheActThatStandsOpenAndNoOther() {
    desk.handOver(answers::add);
    background.all();
    assertThat(counter.asked).isEmpty();

    counter.outcome = new ScanOutcome.Unanswered("act", null, true, PaperCounter.risk());
    scan("one");
    background.all();
    desk.handOver(answers::add);
    background.all();

    assertThat(counter.asked).containsExactly("redeem one", "hand over act");
  }

  @Test
  void asksAgainForTheOldestActThatAChoiceIsOwedOn() {
    counter.owed.addAll(List.of("oldest", "younger"));
    desk.refresh();
    background.all();
    assertThat(desk.owed().getValue()).isEqualTo(2);

    desk.askAgain(answers::add);
    background.all();

    assertThat(counter.asked).containsExactly("ask oldest");
  }

  @Test
  void takesTheAmountThatAPersonNamedV27() {
    desk.redeem("one", 88_50, answers::add);
    background.all();

    assertThat(counter.asked).containsExactly("redeem " + Money.fen(88_50).amount() + " of one");
  }

  @Test
  void saysWhyAFileHoldsNoCodeAndWhatToDo() {
    List<VoucherDesk.Reading> read = new ArrayList<>();
    desk.read("no picture".getBytes(StandardCharsets.UTF_8), read::add);
    desk.read(Path.of("there-is-no-such-file.png"), read::add);
    background.all();

    assertThat(read)
        .containsExactly(
            new VoucherDesk.Reading.Unusable(Wording.of("voucher.picture.other-file")),
            new VoucherDesk.Reading.Unusable(Wording.of("voucher.picture.damaged")));
  }

  private TicketFace.State chip(Result result, @Nullable Worth left) {
    counter.scans.add(
        new counterfoil.client.work.RecentScan(
            NOW, "good", "AB3D", result, null, null, left, null, false));
    desk.refresh();
    background.all();
    return desk.recent().getLast().result();
  }

  @Test
  void saysInTheListWhatIsLeftWhereTheCustomerCanComeAgainV26V27() {
    assertThat(chip(Result.REDEEMED, new Worth.Uses(10, 6)).word())
        .isEqualTo(Wording.of("voucher.chip.redeemed-left", 6));
    assertThat(chip(Result.REDEEMED, new Worth.Value(Money.fen(500_00), Money.fen(212_00))).word())
        .isEqualTo(Wording.of("voucher.chip.redeemed-amount", new Wording.Amount(212_00)));
    assertThat(chip(Result.REDEEMED, new Worth.Uses(1, 0)).word())
        .isEqualTo(Wording.of("voucher.chip.redeemed"));
  }

  @Test
  void keepsWhatWasServedAndThenRefusedInTheListAsADisputeV36() {
    assertThat(chip(Result.DISPUTED, null))
        .isEqualTo(
            new TicketFace.State(Tone.WARN, Mark.DISPUTE, Wording.of("voucher.chip.disputed")));
  }
}

package counterfoil.viewmodel.voucher;

import static org.assertj.core.api.Assertions.assertThat;

import counterfoil.fixture.HandTimer;
import counterfoil.fixture.PaperDesk;
import counterfoil.fixture.PaperPorts;
import counterfoil.fixture.SampleFaces;
import counterfoil.viewmodel.Preferences;
import counterfoil.viewmodel.Wording;
import counterfoil.viewmodel.port.Sounds.Cue;
import counterfoil.viewmodel.voucher.ScanAnswer.Field;
import counterfoil.viewmodel.voucher.ScanAnswer.Stay;
import counterfoil.viewmodel.voucher.VoucherScanViewModel.Mode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The voucher screen")
final class VoucherScanViewModelTest {
  private static final Map<String, TicketFace> FACES = SampleFaces.all();

  private final PaperDesk desk =
      new PaperDesk(
          SampleFaces.last(), SampleFaces.scans(), SampleFaces.today(), SampleFaces.offline());
  private final PaperPorts ports = new PaperPorts();
  private final HandTimer timer = new HandTimer();
  private final Preferences preferences = new Preferences(ports, Locale.ENGLISH);
  private final VoucherScanViewModel screen =
      new VoucherScanViewModel(desk, ports, timer, ports, ports, preferences);

  private static TicketFace face(String name) {
    return Objects.requireNonNull(FACES.get(name), name);
  }

  private void scan(String code) {
    screen.field().edited(code, code.length());
    enter();
  }

  private void enter() {
    timer.pass(Duration.ofSeconds(4));
    screen.field().pressed("ENTER", false, false);
  }

  private void answer(String face, Cue cue, Field field, Stay stay) {
    desk.answer(new ScanAnswer(face(face), cue, field, stay));
  }

  @Test
  void takesACodeAndIsFreeForTheNextBeforeTheAnswerComesV4() {
    scan("K7QM-3XRD-9F2T");

    assertThat(screen.field().textProperty().get()).isEmpty();
    assertThat(desk.asked).containsExactly("redeem K7QM-3XRD-9F2T");
  }

  @Test
  void losesNoneOfFiftyCodesThatComeBeforeTheFirstAnswerV7() {
    for (int i = 0; i < 50; i++) {
      scan("00000" + i);
    }

    assertThat(desk.asked).hasSize(50).doesNotHaveDuplicates();
  }

  @Test
  void asksNothingForAnEmptyField() {
    scan("   ");

    assertThat(desk.asked).isEmpty();
  }

  @Test
  void saysThatItAsksOnlyWhenTheAnswerTakesLongerThanAMoment() {
    scan("A");
    timer.pass(Duration.ofMillis(199));
    assertThat(screen.faceProperty().get()).isInstanceOf(TicketFace.Ready.class);

    timer.pass(Duration.ofMillis(1));

    assertThat(screen.faceProperty().get()).isInstanceOf(TicketFace.Verdict.class);
  }

  @Test
  void letsAGoodVerdictFadeAfterSixSecondsV22() {
    scan("A");
    answer("success", Cue.OK, Field.CLEAR, Stay.FADE);
    timer.pass(Duration.ofMillis(5_999));
    assertThat(screen.faceProperty().get()).isEqualTo(face("success"));

    timer.pass(Duration.ofMillis(1));

    assertThat(screen.faceProperty().get()).isEqualTo(face("ready"));
  }

  @Test
  void keepsARefusalUntilTheNextScanV22() {
    scan("A");
    answer("refused", Cue.REFUSED, Field.CLEAR, Stay.UNTIL_NEXT);

    timer.pass(Duration.ofHours(2));

    assertThat(screen.faceProperty().get()).isEqualTo(face("refused"));
    assertThat(ports.heard).containsExactly(Cue.REFUSED);
  }

  private void keys(String code, int millis) {
    for (int i = 0; i < code.length(); i++) {
      char key = code.charAt(i);
      String name = Character.isDigit(key) ? "DIGIT" + key : String.valueOf(key);
      screen.field().pressed(name, false, false);
      screen.field().typed(String.valueOf(key));
      screen.field().released(name);
      timer.pass(Duration.ofMillis(millis));
    }
  }

  /** A scanner's burst, ten milliseconds a key. */
  private void gun(String code) {
    keys(code, 10);
    screen.field().pressed("ENTER", false, false);
    screen.field().released("ENTER");
  }

  @Test
  void showsABounceForAGlimpseBesideTheStubBeforeV9() {
    gun("K7QM3XRD");
    answer("success", Cue.OK, Field.CLEAR, Stay.FADE);
    timer.pass(Duration.ofSeconds(1));
    gun("K7QM3XRD");

    assertThat(desk.asked).hasSize(1);
    assertThat(ports.heard).containsExactly(Cue.OK, Cue.BOUNCE);
    assertThat(screen.faceProperty().get().stub()).isEqualTo(face("success").stub());
    assertThat(screen.faceProperty().get())
        .isInstanceOfSatisfying(
            TicketFace.Verdict.class, shown -> assertThat(shown.decided()).isFalse());
    timer.pass(Duration.ofMillis(1_500));
    assertThat(screen.faceProperty().get()).isEqualTo(face("success"));
    timer.pass(Duration.ofSeconds(6));
    assertThat(screen.faceProperty().get()).isEqualTo(face("ready"));
  }

  @Test
  void goesBackToTheVerdictAfterTwoBouncesInARowV9() {
    gun("K7QM3XRD");
    answer("refused", Cue.REFUSED, Field.CLEAR, Stay.UNTIL_NEXT);
    gun("K7QM3XRD");
    gun("K7QM3XRD");

    timer.pass(Duration.ofMillis(1_500));

    assertThat(screen.faceProperty().get()).isEqualTo(face("refused"));
  }

  @Test
  void bouncesWithoutHidingThatAnAnswerIsAwaitedV9() {
    gun("K7QM3XRD");
    gun("K7QM3XRD");
    timer.pass(Duration.ofMillis(1_500));
    answer("success", Cue.OK, Field.CLEAR, Stay.FADE);

    assertThat(desk.asked).hasSize(1);
    assertThat(screen.faceProperty().get()).isEqualTo(face("success"));
  }

  @Test
  void takesAnotherCodeWithinTheBounceWindowAndTheSameOneAfterAFaultV9() {
    gun("K7QM3XRD");
    gun("W4KP0000");
    gun("K7QM3XRD");
    assertThat(desk.asked).containsExactly("redeem K7QM3XRD", "redeem W4KP0000");
    answer("fault", Cue.FAULT, Field.CLEAR, Stay.UNTIL_NEXT);

    gun("K7QM3XRD");

    assertThat(desk.asked).hasSize(3);
  }

  @Test
  void takesTheSameCodeTwiceWhenTheBounceWindowIsSwitchedOffV9() {
    preferences.bounceSecondsProperty().set(0);
    screen.activate();
    gun("K7QM3XRD");
    gun("K7QM3XRD");

    assertThat(desk.asked).hasSize(2);
  }

  @Test
  void endsACodeOfAScannerWithoutEnterBySilenceUnlessOnlyAKeyMayEndItV2() {
    keys("00000042", 10);
    timer.pass(Duration.ofMillis(200));
    assertThat(desk.asked).containsExactly("redeem 00000042");
    preferences.endKeyOnlyProperty().set(true);
    screen.activate();
    keys("00000043", 10);

    timer.pass(Duration.ofSeconds(9));

    assertThat(desk.asked).hasSize(1);
    assertThat(screen.field().textProperty().get()).isEqualTo("00000043");
  }

  @Test
  void stripsThePrefixAndSuffixThatTheSettingsNameV8() {
    preferences.prefixProperty().set("QR");
    preferences.suffixProperty().set("99");
    screen.activate();

    gun("QRK7QM3XRD99");

    assertThat(desk.asked).containsExactly("redeem K7QM3XRD");
  }

  @Test
  void obeysTheSlowestScannerThatCanBeSetV2() {
    preferences.gunIntervalProperty().set(80);
    screen.activate();
    keys("00000042", 75);

    timer.pass(Duration.ofMillis(300));

    assertThat(desk.asked).containsExactly("redeem 00000042");
  }

  @Test
  void leavesWhatAPersonHadBegunWhenAScannerComesBetweenV5() {
    screen.field().edited("W4", 2);
    timer.pass(Duration.ofSeconds(3));

    gun("K7QM3XRD");

    assertThat(desk.asked).containsExactly("redeem K7QM3XRD");
    assertThat(screen.field().textProperty().get()).isEqualTo("W4");
  }

  @Test
  void writesWhereTheCaretStandsAndTakesTheWholeTextV13() {
    screen.field().edited("W4P", 2);
    screen.field().pressed("K", false, false);
    screen.field().typed("K");
    assertThat(screen.field().textProperty().get()).isEqualTo("W4KP");
    assertThat(screen.field().caretProperty().get()).isEqualTo(3);

    enter();

    assertThat(desk.asked).containsExactly("redeem W4KP");
  }

  @Test
  void doesNotRedeemWhatItLookedUpByTheSecondEndOfAScannerThatSendsTwo() {
    screen.switchMode().execute();
    gun("K7QM3XRD");
    answer("look-up", Cue.OK, Field.HOLD, Stay.UNTIL_NEXT);
    timer.pass(Duration.ofMillis(12));
    screen.field().pressed("ENTER", false, false);
    assertThat(desk.asked).containsExactly("look up K7QM3XRD");

    enter();

    assertThat(desk.asked).hasSize(2);
  }

  @Test
  void putsAMistypedCodeBackOnlyWhenAPersonTypedItV14() {
    gun("K7QM3XRD");
    answer("mistyped", Cue.MISTYPED, Field.RESTORE, Stay.UNTIL_NEXT);

    assertThat(screen.field().textProperty().get()).isEmpty();
  }

  @Test
  void saysThatMoreCameThanAnyCodeHolds() {
    for (int i = 0; i < 4_400; i++) {
      screen.field().typed("0");
    }
    screen.field().pressed("ENTER", false, false);

    assertThat(desk.asked).isEmpty();
    assertThat(ports.heard).containsExactly(Cue.MISTYPED);
  }

  private void askForAnAmount() {
    gun("K7QM3XRD");
    answer("ask-amount", Cue.BOUNCE, Field.AMOUNT, Stay.UNTIL_NEXT);
  }

  @Test
  void takesOfAStoredValueOnlyTheAmountThatAPersonNamedV27() {
    askForAnAmount();
    assertThat(desk.asked).containsExactly("redeem K7QM3XRD");
    keys("88", 120);
    assertThat(screen.field().amountProperty().get()).isEqualTo("88");
    assertThat(screen.field().textProperty().get()).isEmpty();

    enter();

    assertThat(desk.asked).containsExactly("redeem K7QM3XRD", "redeem 8800 fen of 3XRD-K7QM-Z5TB");
    assertThat(screen.field().askingProperty().get()).isFalse();
  }

  @Test
  void takesNothingWhenEnterComesWithoutAnAmountOrWithNoAmountV27() {
    askForAnAmount();
    enter();
    keys("AB", 120);
    enter();

    assertThat(desk.asked).hasSize(1);
    assertThat(screen.faceProperty().get())
        .isInstanceOfSatisfying(
            TicketFace.AskAmount.class, asked -> assertThat(asked.note().isEmpty()).isFalse());
    assertThat(screen.field().amountProperty().get()).isEqualTo("AB");
  }

  @Test
  void leavesTheAmountToTheNextScannedCodeAndTakesNothingV4V27() {
    askForAnAmount();
    keys("88", 120);
    timer.pass(Duration.ofSeconds(2));
    gun("W4KP0000");

    assertThat(desk.asked).containsExactly("redeem K7QM3XRD", "redeem W4KP0000");
    assertThat(screen.field().askingProperty().get()).isFalse();
    assertThat(screen.field().amountProperty().get()).isEmpty();
  }

  @Test
  void leavesTheAmountOnEscapeV27() {
    askForAnAmount();
    keys("88", 120);
    screen.clear().execute();

    assertThat(screen.faceProperty().get()).isEqualTo(face("ready"));
    enter();
    assertThat(desk.asked).hasSize(1);
  }

  @Test
  void takesNothingOffAnAmountThatTheSettingsTakeOffCodesV27() {
    preferences.suffixProperty().set("99");
    screen.activate();
    askForAnAmount();
    keys("199", 120);

    enter();

    assertThat(desk.asked).contains("redeem 19900 fen of 3XRD-K7QM-Z5TB");
  }

  @Test
  void asksAgainForWhatTheServerHasNotAnsweredAsLongAsAChoiceIsOwed() {
    screen.askAgain().execute();
    assertThat(desk.asked).isEmpty();
    desk.owed.set(1);

    screen.askAgain().execute();
    answer("no-answer", Cue.FAULT, Field.CLEAR, Stay.UNTIL_NEXT);
    screen.handOver().execute();

    assertThat(desk.asked).containsExactly("ask again", "hand over");
  }

  @Test
  void showsTheVerdictOfTheNewestScanAlone() {
    scan("first");
    scan("second");
    var late = desk.waiting.removeFirst();
    answer("success", Cue.OK, Field.CLEAR, Stay.FADE);

    late.accept(new ScanAnswer(face("refused"), Cue.REFUSED, Field.CLEAR, Stay.UNTIL_NEXT));

    assertThat(screen.faceProperty().get()).isEqualTo(face("success"));
  }

  @Test
  void givesAMistypedCodeBackUnlessTheNextIsBeingWrittenV14() {
    scan("K7QM-3XRD-9F2X");
    answer("mistyped", Cue.MISTYPED, Field.RESTORE, Stay.UNTIL_NEXT);
    assertThat(screen.field().textProperty().get()).isEqualTo("K7QM-3XRD-9F2X");

    scan("K7QM-3XRD-9F2X");
    screen.field().edited("W4", 2);
    answer("mistyped", Cue.MISTYPED, Field.RESTORE, Stay.UNTIL_NEXT);

    assertThat(screen.field().textProperty().get()).isEqualTo("W4");
  }

  @Test
  void looksUpWithoutRedeemingAndRedeemsWhatItFoundOnEnterV15() {
    screen.switchMode().execute();
    scan("3XRD");
    answer("look-up", Cue.OK, Field.HOLD, Stay.UNTIL_NEXT);
    assertThat(desk.asked).containsExactly("look up 3XRD");

    enter();

    assertThat(desk.asked).containsExactly("look up 3XRD", "redeem 3XRD");
  }

  @Test
  void looksUpTheNextCodeWhenAKeyCameAfterALookUp() {
    screen.modeProperty().set(Mode.LOOK_UP);
    scan("3XRD");
    answer("look-up", Cue.OK, Field.HOLD, Stay.UNTIL_NEXT);
    screen.field().pressed("W", false, false);
    screen.field().typed("w");
    assertThat(screen.field().textProperty().get()).isEqualTo("w");

    scan("W4KP");

    assertThat(desk.asked).containsExactly("look up 3XRD", "look up W4KP");
  }

  @Test
  void undoesOnceAndOnlyWhileItMayV24() {
    screen.activate();
    screen.undo().execute();
    screen.undo().execute();
    assertThat(desk.asked).containsExactly("undo ");
    desk.undoLeft = Optional.empty();
    answer("bounce", Cue.BOUNCE, Field.CLEAR, Stay.UNTIL_NEXT);

    screen.undo().execute();

    assertThat(desk.asked).containsExactly("undo ");
    assertThat(screen.undoLeftProperty().get()).isEqualTo(Wording.none());
  }

  private void askWhy() {
    desk.undoes = Optional.of(SampleFaces.last());
    screen.activate();
    screen.undo().execute();
    assertThat(screen.faceProperty().get())
        .isEqualTo(new TicketFace.AskReason(Wording.none(), SampleFaces.last()));
    assertThat(desk.asked).isEmpty();
  }

  private void answerWhy(String typed) {
    screen.field().edited(typed, typed.length());
    enter();
  }

  @Test
  void takesBackWhatWasServedForAReasonByItsNumberV24() {
    askWhy();
    answerWhy("2");

    assertThat(desk.asked).containsExactly("undo customer-changed-mind");
    answer("bounce", Cue.BOUNCE, Field.CLEAR, Stay.UNTIL_NEXT);
    assertThat(screen.field().askingProperty().get()).isFalse();
  }

  @Test
  void keepsTheRedemptionUntilTheReasonSaysSomethingV24() {
    askWhy();
    answerWhy("7");
    assertThat(desk.asked).isEmpty();
    assertThat(screen.faceProperty().get())
        .isEqualTo(new TicketFace.AskReason(Wording.of("voucher.undo.unread"), SampleFaces.last()));

    answerWhy("k7qm 3xrd 9f2t");
    assertThat(desk.asked).as("a code is no reason").isEmpty();

    answerWhy("broken machine");

    assertThat(desk.asked).containsExactly("undo broken machine");
  }

  @Test
  void leavesTheQuestionWhyWithTheNextScanAndWithEscapeV4() {
    askWhy();
    screen.clear().execute();
    assertThat(screen.faceProperty().get()).isInstanceOf(TicketFace.Ready.class);
    screen.undo().execute();

    screen.take("W4KP");

    assertThat(desk.asked).containsExactly("redeem W4KP");
    assertThat(screen.field().askingProperty().get()).isFalse();
  }

  @Test
  void countsTheUndoWindowDownOnlyWhileItIsInSight() {
    screen.activate();
    desk.undoLeft = Optional.of(Duration.ofSeconds(10));
    timer.pass(Duration.ofSeconds(1));
    assertThat(screen.undoLeftProperty().get())
        .isEqualTo(Wording.of("voucher.undo.left", new Wording.Span(Duration.ofSeconds(10))));

    screen.deactivate();

    assertThat(timer.pending()).isZero();
  }

  @Test
  void handsOverOnlyWhenTheServerDidNotAnswer() {
    screen.handOver().execute();
    assertThat(desk.asked).isEmpty();
    scan("A");
    answer("no-answer", Cue.FAULT, Field.CLEAR, Stay.UNTIL_NEXT);

    screen.handOver().execute();

    assertThat(desk.asked).containsExactly("redeem A", "hand over");
  }

  @Test
  void readsChosenDroppedAndPastedPicturesV11() {
    desk.reading = new VoucherDesk.Reading.One("FROM-PICTURE");
    ports.chosen = List.of(Path.of("one.png"));
    screen.openPicture().execute();
    screen.readFiles(List.of(Path.of("two.png")));
    ports.picture = Optional.of(new byte[] {1});

    assertThat(screen.pastePicture()).isTrue();

    assertThat(desk.asked).hasSize(3).allMatch("redeem FROM-PICTURE"::equals);
  }

  @Test
  void saysWhatToDoWithAPictureThatHoldsNoCodeV11() {
    Wording why = Wording.literal("two codes");
    desk.reading = new VoucherDesk.Reading.Unusable(why);

    screen.readFiles(List.of(Path.of("holiday.png")));

    assertThat(desk.asked).isEmpty();
    assertThat(screen.faceProperty().get())
        .isInstanceOfSatisfying(
            TicketFace.Verdict.class, face -> assertThat(face.reason()).isEqualTo(why));
  }

  @Test
  void leavesTextOnTheClipboardToTheField() {
    assertThat(screen.pastePicture()).isFalse();
  }

  @Test
  void copiesTheCodeOfAFaultAndKeepsTheSoundOffV21() {
    scan("A");
    answer("fault", Cue.FAULT, Field.CLEAR, Stay.UNTIL_NEXT);
    screen.copyFault().execute();
    screen.mute().execute();

    assertThat(ports.copied).containsExactly(face("fault").stub().code());
    assertThat(screen.mutedProperty().getValue()).isTrue();
    assertThat(ports.kept).containsEntry("sound.muted", "true");
  }

  @Test
  void emptiesTheFieldAndLeavesTheVerdictOnEscape() {
    scan("A");
    answer("refused", Cue.REFUSED, Field.CLEAR, Stay.UNTIL_NEXT);
    screen.field().edited("half a co", 9);

    screen.clear().execute();

    assertThat(screen.field().textProperty().get()).isEmpty();
    assertThat(screen.faceProperty().get()).isEqualTo(face("refused"));
  }
}

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
  private final VoucherScanViewModel screen =
      new VoucherScanViewModel(
          desk, ports, timer, ports, ports, new Preferences(ports, Locale.ENGLISH));

  private static TicketFace face(String name) {
    return Objects.requireNonNull(FACES.get(name), name);
  }

  private void scan(String code) {
    screen.scanTextProperty().set(code);
    screen.submit().execute();
  }

  private void answer(String face, Cue cue, Field field, Stay stay) {
    desk.answer(new ScanAnswer(face(face), cue, field, stay));
  }

  @Test
  void takesACodeAndIsFreeForTheNextBeforeTheAnswerComesV4() {
    scan("K7QM-3XRD-9F2T");

    assertThat(screen.scanTextProperty().get()).isEmpty();
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

  @Test
  void showsABounceForAGlimpseBesideTheStubBeforeV9() {
    scan("A");
    answer("success", Cue.OK, Field.CLEAR, Stay.UNTIL_NEXT);
    scan("A");
    answer("bounce", Cue.BOUNCE, Field.CLEAR, Stay.GLIMPSE);

    assertThat(screen.faceProperty().get().stub()).isEqualTo(face("success").stub());
    timer.pass(Duration.ofMillis(1_500));
    assertThat(screen.faceProperty().get()).isEqualTo(face("success"));
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
    assertThat(screen.scanTextProperty().get()).isEqualTo("K7QM-3XRD-9F2X");

    scan("K7QM-3XRD-9F2X");
    screen.scanTextProperty().set("W4");
    answer("mistyped", Cue.MISTYPED, Field.RESTORE, Stay.UNTIL_NEXT);

    assertThat(screen.scanTextProperty().get()).isEqualTo("W4");
  }

  @Test
  void looksUpWithoutRedeemingAndRedeemsWhatItFoundOnEnterV15() {
    screen.switchMode().execute();
    scan("3XRD");
    answer("look-up", Cue.OK, Field.HOLD, Stay.UNTIL_NEXT);
    assertThat(desk.asked).containsExactly("look up 3XRD");

    screen.submit().execute();

    assertThat(desk.asked).containsExactly("look up 3XRD", "redeem 3XRD");
  }

  @Test
  void looksUpTheNextCodeWhenAKeyCameAfterALookUp() {
    screen.modeProperty().set(Mode.LOOK_UP);
    scan("3XRD");
    answer("look-up", Cue.OK, Field.HOLD, Stay.UNTIL_NEXT);
    screen.typed();

    scan("W4KP");

    assertThat(desk.asked).containsExactly("look up 3XRD", "look up W4KP");
  }

  @Test
  void undoesOnceAndOnlyWhileItMayV24() {
    screen.activate();
    screen.undo().execute();
    screen.undo().execute();
    assertThat(desk.asked).containsExactly("undo");
    desk.undoLeft = Optional.empty();
    answer("bounce", Cue.BOUNCE, Field.CLEAR, Stay.UNTIL_NEXT);

    screen.undo().execute();

    assertThat(desk.asked).containsExactly("undo");
    assertThat(screen.undoLeftProperty().get()).isEqualTo(Wording.none());
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
    screen.scanTextProperty().set("half a co");

    screen.clear().execute();

    assertThat(screen.scanTextProperty().get()).isEmpty();
    assertThat(screen.faceProperty().get()).isEqualTo(face("refused"));
  }
}

package counterfoil.client.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import counterfoil.client.device.WedgeEvent.Bounced;
import counterfoil.client.device.WedgeEvent.End;
import counterfoil.client.device.WedgeEvent.Entry;
import counterfoil.client.device.WedgeEvent.Scanned;
import counterfoil.client.device.WedgeEvent.Source;
import counterfoil.client.device.WedgeEvent.TooLong;
import counterfoil.client.device.WedgeSettings.Ending;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WedgeDecoderTest {

  private final Keyboard keys = new Keyboard(WedgeSettings.defaults());

  @ParameterizedTest
  @ValueSource(strings = {"ENTER", "TAB"})
  void enterOrTabEndsAScannedCode(String code) {
    String echo = code.equals("ENTER") ? "\r" : "\t";
    keys.burst("QK7M4XWD", 12).rest(12).key(code, echo, false);

    assertThat(keys.codes()).containsExactly("QK7M4XWD");
    assertThat(keys.lastScan().source()).isEqualTo(Source.GUN);
    assertThat(keys.lastScan().end()).isEqualTo(End.KEY);
    assertThat(keys.field()).isEqualTo(new Entry("", ""));
  }

  @Test
  void aScannerWithoutEnterIsEndedByThePause() {
    keys.burst("QK7M4XWD", 16);
    assertThat(keys.codes()).isEmpty();
    assertThat(keys.field()).isEqualTo(new Entry("", "QK7M4XWD"));

    keys.rest(121);

    assertThat(keys.codes()).containsExactly("QK7M4XWD");
    assertThat(keys.lastScan().end()).isEqualTo(End.PAUSE);
    assertThat(keys.decoder().deadline()).isEmpty();
  }

  @Test
  void aPauseNotReportedByATimerIsSettledByTheNextKey() {
    keys.burst("QK7M4XWD", 16).stall(900).burst("77777777", 16).rest(200);

    assertThat(keys.codes()).containsExactly("QK7M4XWD", "77777777");
  }

  @Test
  void anEarlyTimerEndsNothing() {
    keys.burst("QK7M4XWD", 8);
    keys.events().addAll(keys.decoder().elapsed(1_000_000_000_000L));
    keys.rest(8).burst("99", 8).rest(8).enter();

    assertThat(keys.codes()).containsExactly("QK7M4XWD99");
  }

  @Test
  void typingShowsInTheFieldAndWaitsForEnter() {
    keys.person("AB12CD").rest(10_000);
    assertThat(keys.codes()).isEmpty();
    assertThat(keys.field()).isEqualTo(new Entry("AB12CD", ""));

    keys.enter();

    assertThat(keys.codes()).containsExactly("AB12CD");
    assertThat(keys.lastScan().source()).isEqualTo(Source.TYPED);
    assertThat(keys.field()).isEqualTo(new Entry("", ""));
  }

  @Test
  void aScanIsTakenAloneAndTheTypingBeforeItStays() {
    keys.person("AB1").rest(300).scan("QK7M4XWD");

    assertThat(keys.codes()).containsExactly("QK7M4XWD");
    assertThat(keys.field()).isEqualTo(new Entry("AB1", ""));

    keys.person("2").rest(150).enter();

    assertThat(keys.codes()).containsExactly("QK7M4XWD", "AB12");
  }

  @Test
  void aScanInStepWithTheTypingIsStillTakenAlone() {
    for (char c = 'A'; c <= 'C'; c++) {
      keys.rest(100).key(c);
    }
    keys.rest(100).scan("QK7M4XWD");

    assertThat(keys.codes()).containsExactly("QK7M4XWD");
    assertThat(keys.field()).isEqualTo(new Entry("ABC", ""));
  }

  @Test
  void aShortBurstWithNothingTypedIsAScanToo() {
    keys.scan("123");

    assertThat(keys.codes()).containsExactly("123");
    assertThat(keys.lastScan().source()).isEqualTo(Source.GUN);
  }

  @Test
  void aScanRightAfterAnEndedScanIsItsOwnCode() {
    keys.scan("AAAA1111").rest(8).scan("BBBB2222");

    assertThat(keys.codes()).containsExactly("AAAA1111", "BBBB2222");
  }

  @Test
  void repeatedDigitsAreNotLost() {
    keys.scan("000000").rest(8).scan("0000000").rest(8).scan("1100110011");

    assertThat(keys.codes()).containsExactly("000000", "0000000", "1100110011");
  }

  @Test
  void fiftyCodesInFiveSecondsAreNotLost() {
    List<String> sent = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      String code = "C%09d".formatted(i);
      sent.add(code);
      keys.scan(code).rest(12);
    }

    assertThat(keys.codes()).containsExactlyElementsOf(sent);
  }

  @Test
  void aKeyHeldDownIsAPersonsAlthoughItRepeatsFast() {
    keys.person("A").rest(500);
    for (int i = 0; i < 20; i++) {
      keys.accept(new WedgeKey.Pressed("DIGIT0", false, false)).accept(new WedgeKey.Typed("0"));
      keys.rest(30);
    }
    keys.accept(new WedgeKey.Released("DIGIT0")).rest(2_000);

    assertThat(keys.codes()).isEmpty();
    assertThat(keys.field().typed()).isEqualTo("A" + "0".repeat(20));
  }

  @Test
  void aScannerIsKnownToSendEnterSoALongHiccupDoesNotCutItsCode() {
    keys.scan("QK7M4XWD").rest(2_000).burst("PPPP", 8).stall(400).burst("QQQQ", 8).rest(8).enter();

    assertThat(keys.codes()).containsExactly("QK7M4XWD", "PPPPQQQQ");
  }

  @Test
  void theComputerWakingUpAfterTheFirstKeyDoesNotCutTheCode() {
    keys.burst("Q", 8).stall(110).burst("K7M4XWD", 8).rest(8).enter();

    assertThat(keys.codes()).containsExactly("QK7M4XWD");
  }

  @Test
  void aScannerThatStoppedSendingEnterIsStillRead() {
    keys.scan("QK7M4XWD").rest(2_000).burst("PPPPQQQQ", 8).rest(501).rest(200);
    keys.burst("RRRRSSSS", 8).rest(121);

    assertThat(keys.codes()).containsExactly("QK7M4XWD", "PPPPQQQQ", "RRRRSSSS");
  }

  @Test
  void withKeyOnlyNoPauseEndsACode() {
    Keyboard patient =
        new Keyboard(
            WedgeSettings.defaults()
                .withEnding(Ending.KEY_ONLY, Duration.ofMillis(120), Duration.ofSeconds(2)));
    patient.burst("QK7M4X", 8).rest(1_500).burst("WD99", 8).rest(8).enter();

    assertThat(patient.codes()).containsExactly("QK7M4XWD99");
  }

  @Test
  void theSameCodeBouncesWhileItIsSeenAndOthersDoNot() {
    keys.scan("QK7M4XWD").rest(2_000).scan("QK7M4XWD").rest(100).scan("OTHER123");
    keys.rest(2_500).scan("QK7M4XWD");

    assertThat(keys.codes()).containsExactly("QK7M4XWD", "OTHER123");
    assertThat(keys.events()).filteredOn(Bounced.class::isInstance).hasSize(2);
    Bounced last =
        (Bounced)
            keys.events().reversed().stream()
                .filter(Bounced.class::isInstance)
                .findFirst()
                .orElseThrow();
    assertThat(last.since()).isBetween(Duration.ofMillis(4_500), Duration.ofMillis(5_000));

    keys.rest(3_000).scan("QK7M4XWD");
    assertThat(keys.codes()).containsExactly("QK7M4XWD", "OTHER123", "QK7M4XWD");
  }

  @Test
  void aForgottenCodeIsTakenAtOnce() {
    keys.scan("QK7M4XWD").rest(500);
    keys.decoder().forget("qk7m-4xwd");
    keys.scan("QK7M4XWD");

    assertThat(keys.codes()).containsExactly("QK7M4XWD", "QK7M4XWD");
  }

  @Test
  void backspaceAndEscapeEditWhatWasTyped() {
    keys.person("AB12").rest(150).key("BACK_SPACE", "\b", false);
    assertThat(keys.field().typed()).isEqualTo("AB1");

    keys.rest(150).key("ESCAPE", "\u001b", false);
    assertThat(keys.field().typed()).isEmpty();

    keys.enter();
    assertThat(keys.codes()).isEmpty();
  }

  @Test
  void keysThatYieldNoCharacterChangeNothing() {
    keys.burst("QK7M", 8).rest(8);
    keys.key("SHIFT", "", true).key("F9", "", false).key("LEFT", "", false);
    keys.accept(new WedgeKey.Pressed("Z", false, true)).accept(new WedgeKey.Typed("\u001a"));
    keys.rest(8).burst("4XWD", 8).rest(8).enter();

    assertThat(keys.codes()).containsExactly("QK7M4XWD");
  }

  @Test
  void pastedTextWaitsForEnter() {
    keys.events().addAll(keys.decoder().replaceTyped("AB12-CD34\r\n"));
    assertThat(keys.field().typed()).isEqualTo("AB12-CD34");
    assertThat(keys.codes()).isEmpty();

    keys.enter();
    assertThat(keys.codes()).containsExactly("AB12-CD34");
  }

  @Test
  void theCadenceOfAScanIsReported() {
    keys.burst("QK7M4XWD", 12).rest(12).enter();

    Scanned scan = keys.lastScan();
    assertThat(scan.cadence().keys()).isEqualTo(8);
    assertThat(scan.cadence().median()).isEqualTo(Duration.ofMillis(12));
  }

  @Test
  void moreThanAnyCodeCanHoldIsDroppedAsAWholeAndSaid() {
    keys.burst("X".repeat(WedgeDecoder.LONGEST_CODE + 5), 1).rest(1).enter();

    assertThat(keys.codes()).isEmpty();
    assertThat(keys.events()).contains(new TooLong(WedgeDecoder.LONGEST_CODE + 5));

    keys.rest(1_000).scan("QK7M4XWD");
    assertThat(keys.codes()).containsExactly("QK7M4XWD");
  }

  @Test
  void unusableSettingsAreNamedAndRefused() {
    WedgeSettings wrong =
        WedgeSettings.defaults().withGunInterval(Duration.ofMillis(90)).withMinimumLengths(1, 0);

    assertThat(wrong.faults())
        .containsExactlyInAnyOrder(
            WedgeSettings.Fault.GUN_INTERVAL_OUT_OF_RANGE,
            WedgeSettings.Fault.PAUSE_OUT_OF_RANGE,
            WedgeSettings.Fault.MINIMUM_LENGTH_OUT_OF_RANGE,
            WedgeSettings.Fault.MINIMUM_LENGTH_BY_PAUSE_OUT_OF_RANGE);
    assertThatThrownBy(() -> new WedgeDecoder(wrong)).isInstanceOf(IllegalArgumentException.class);
  }
}

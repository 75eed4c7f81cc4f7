package counterfoil.client.device;

import static org.assertj.core.api.Assertions.assertThat;

import counterfoil.client.device.WedgeSettings.Layout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Input methods, foreign layouts, and what scanners add to a code. */
class WedgeReadingTest {

  private static final String US = "`1234567890-=qwertyuiop[]asdfghjkl;'\\zxcvbnm,./";
  private static final String FRENCH = "²&é\"'(-è_çà)=azertyuiop^$qsdfghjklmù*wxcvbn,;:!";

  private final Keyboard keys = new Keyboard(WedgeSettings.defaults());

  @Test
  void fullWidthLettersAndDigitsAreFolded() {
    keys.key("Q", "Ｑ", true).rest(8).key("DIGIT7", "７", false).rest(8);
    keys.key("M", "ｍ", false).rest(8).key("DIGIT0", "０", false).rest(8).enter();

    assertThat(keys.codes()).containsExactly("Q7m0");
  }

  @Test
  void anInputMethodThatSwallowsTheCharactersDoesNotSwallowTheCode() {
    for (String code : new String[] {"Q", "K", "DIGIT7", "MINUS", "NUMPAD4", "X"}) {
      keys.key(code, "", true).rest(8);
    }
    keys.enter();

    assertThat(keys.codes()).containsExactly("QK&_4X");
  }

  @Test
  void chineseSignsBecomeTheSignsOnTheSameKeys() {
    keys.key("A", "a", false).rest(8).key("PERIOD", "。", false).rest(8);
    keys.key("CLOSE_BRACKET", "】", false).rest(8).key("DIGIT1", "1", false).rest(8).enter();

    assertThat(keys.codes()).containsExactly("a.]1");
  }

  @Test
  void charactersOfAnotherScriptAreReadByThePositionOfTheirKeys() {
    keys.key("Q", "й", false).rest(8).key("K", "л", false).rest(8);
    keys.key("DIGIT7", "7", false).rest(8).key("M", "ь", false).rest(8).enter();

    assertThat(keys.codes()).containsExactly("qk7m");
  }

  @Test
  void aUsScannerOnAFrenchComputerIsRecognisedByItsDigits() {
    french("aqm7-zw10");
    keys.enter();

    assertThat(keys.codes()).containsExactly("aqm7-zw10");
  }

  @Test
  void aFrenchScannerOnAFrenchComputerIsLeftAlone() {
    keys.key("Q", "q", false).rest(8).key("DIGIT1", "1", true).rest(8);
    keys.key("A", "a", false).rest(8).key("DIGIT2", "2", true).rest(8).enter();

    assertThat(keys.codes()).containsExactly("q1a2");
  }

  @Test
  void lettersAloneNeedTheFrenchSetting() {
    Keyboard set = new Keyboard(WedgeSettings.defaults().withLayout(Layout.FRENCH));
    set.key("Q", "q", false).rest(8).key("Z", "z", false).rest(8);
    set.key("UNDEFINED", ",", false).rest(8).key("M", "M", true).rest(8).enter();

    assertThat(set.codes()).containsExactly("awm:");
  }

  @Test
  void theGermanSettingSwapsItsLettersBack() {
    Keyboard set = new Keyboard(WedgeSettings.defaults().withLayout(Layout.GERMAN));
    set.key("Z", "z", false).rest(8).key("Y", "Y", true).rest(8);
    set.key("DIGIT1", "1", false).rest(8).key("UNDEFINED", "ß", false).rest(8).enter();

    assertThat(set.codes()).containsExactly("yZ1-");
  }

  @Test
  void byPositionTheCharacterIsIgnored() {
    Keyboard set = new Keyboard(WedgeSettings.defaults().withLayout(Layout.BY_POSITION));
    set.key("Q", "%", false).rest(8).key("K", "!", true).rest(8);
    set.key("DIGIT7", "è", false).rest(8).key("DIGIT0", "à", false).rest(8).enter();

    assertThat(set.codes()).containsExactly("qK70");
  }

  @Test
  void aScannerThatTypesCharactersByTheNumberPadIsRead() {
    for (char c : "QK7M".toCharArray()) {
      keys.accept(new WedgeKey.Pressed("NUMPAD0", false, true));
      keys.accept(new WedgeKey.Released("NUMPAD0"));
      keys.accept(new WedgeKey.Typed(String.valueOf(c))).rest(20);
    }
    keys.accept(new WedgeKey.Typed("\r"));

    assertThat(keys.codes()).containsExactly("QK7M");
  }

  @Test
  void anAddressInAQrCodeKeepsItsSigns() {
    keys.scan("https://example.cn/v?c=AB_12");

    assertThat(keys.codes()).containsExactly("https://example.cn/v?c=AB_12");
  }

  @ParameterizedTest
  @ValueSource(strings = {"]Q1", "]C0", "]d2", "]e0"})
  void anAimIdentifierIsStripped(String identifier) {
    keys.scan(identifier + "QK7M4XWD");

    assertThat(keys.codes()).containsExactly("QK7M4XWD");
    assertThat(keys.lastScan().raw()).isEqualTo(identifier + "QK7M4XWD");
  }

  @Test
  void controlCharactersAreStripped() {
    keys.accept(new WedgeKey.Pressed("B", false, true)).accept(new WedgeKey.Typed("\u0002"));
    keys.rest(8).burst("QK7M", 8).rest(8).accept(new WedgeKey.Typed("\u001d"));
    keys.rest(8).burst("4XWD", 8).rest(8).accept(new WedgeKey.Typed("\u0003")).rest(8).enter();

    assertThat(keys.codes()).containsExactly("QK7M4XWD");
  }

  @Test
  void prefixAndSuffixAreStrippedAroundTheIdentifier() {
    Keyboard set = new Keyboard(WedgeSettings.defaults().withStripping("<", "/#", true, true));
    set.scan("<]Q1QK7M4XWD/#").rest(8).scan("]C0<PPPP7777/#").rest(8).scan("NEITHER1");

    assertThat(set.codes()).containsExactly("QK7M4XWD", "PPPP7777", "NEITHER1");
  }

  @Test
  void strippingCanBeSwitchedOff() {
    Keyboard set = new Keyboard(WedgeSettings.defaults().withStripping("", "", false, false));
    set.burst("]C1QK7M", 8).rest(8).accept(new WedgeKey.Typed("\u001d")).rest(8);
    set.burst("4XWD", 8).rest(8).enter();

    assertThat(set.codes()).containsExactly("]C1QK7M\u001d4XWD");
  }

  private void french(String sent) {
    for (int i = 0; i < sent.length(); i++) {
      char c = sent.charAt(i);
      char produced = FRENCH.charAt(US.indexOf(c));
      keys.key(Keyboard.code(c), String.valueOf(produced), false).rest(8);
    }
  }
}

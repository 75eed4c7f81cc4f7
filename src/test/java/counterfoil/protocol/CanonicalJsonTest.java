package counterfoil.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The examples of RFC 8785. */
class CanonicalJsonTest {
  private static String canonical(String json) throws Exception {
    byte[] bytes = CanonicalJson.bytes(Wire.read(json.getBytes(StandardCharsets.UTF_8)));
    return new String(bytes, StandardCharsets.UTF_8);
  }

  @Test
  void namesAreSortedByUtf16UnitsAndTextsEscapedAsLittleAsMayBe() throws Exception {
    assertThat(canonical("{\"\\u20ac\":\"E\",\"\\r\":\"C\",\"\\ufb33\":\"H\",\"1\":\"O\"}"))
        .isEqualTo("{\"\\r\":\"C\",\"1\":\"O\",\"\u20ac\":\"E\",\"\ufb33\":\"H\"}");
    assertThat(canonical("{\"b\":[true,null, 1],\"a\":\"\\u000f\\n\\/\"}"))
        .isEqualTo("{\"a\":\"\\u000f\\n/\",\"b\":[true,null,1]}");
  }

  @ParameterizedTest
  @CsvSource({
    "1.5,1.5",
    "1.0,1",
    "-0.0,0",
    "1e21,1e+21",
    "1e20,100000000000000000000",
    "0.000001,0.000001",
    "0.0000001,1e-7",
    "333333333.33333329,333333333.3333333",
    "4.50,4.5",
    "2e-3,0.002",
    "0.000000000000000000000000001,1e-27",
    "9007199254740993,9007199254740992"
  })
  void numbersAreWrittenAsEcmaScriptWritesThem(String number, String written) throws Exception {
    assertThat(canonical(number)).isEqualTo(written);
  }

  @Test
  void whatHasNoCanonicalFormIsSaidSo() {
    assertThatThrownBy(() -> canonical("\"\\ud800\""))
        .isInstanceOf(CanonicalJson.NotCanonical.class);
    assertThatThrownBy(() -> canonical("1e999")).isInstanceOf(CanonicalJson.NotCanonical.class);
  }
}

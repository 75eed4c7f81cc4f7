package counterfoil.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import counterfoil.domain.rights.PartyKind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A page of the feed arrives whole or not at all. */
class ChangePageTest {
  private static final String ID = "0193a1b2-0000-7000-8000-000000000001";

  private static byte[] page() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ChangeWriter writer = new ChangeWriter(out);
    writer.write(ChangeLine.of(ID, 3, new PartyRow(PartyKind.SUPPLIER, "茶馆")));
    writer.write(new ChangeLine("vouchers", ID, 4, null));
    writer.end("cursor", true, 3);
    return out.toByteArray();
  }

  private static PageEnd read(byte[] page) throws Exception {
    ChangeReader reader = new ChangeReader(new ByteArrayInputStream(page));
    while (reader.next().isPresent()) {}
    return reader.end();
  }

  @Test
  void aWholePageIsRead() throws Exception {
    ChangeReader reader = new ChangeReader(new ByteArrayInputStream(page()));
    assertThat(reader.next().orElseThrow().row()).contains(new PartyRow(PartyKind.SUPPLIER, "茶馆"));
    assertThat(reader.next().orElseThrow().data()).isNull();
    assertThat(reader.next()).isEmpty();
    assertThat(reader.end().lines()).isEqualTo(2);
    assertThat(reader.end().more()).isTrue();
  }

  @Test
  void aLineKeepsItsDataByteForByteWhateverElseItSays() throws Exception {
    String data = "{ \"name\":\"茶\\u9986\", \"sha256\":[1, {\"data\":null}] }";
    byte[] line =
        ("{\"new\":{\"id\":[]},\"data\":"
                + data
                + ",\"version\":3,\"id\":\"1\",\"collection\":\"x\",\"sha256\":\"\"}")
            .getBytes(StandardCharsets.UTF_8);
    assertThat(ChangeLineReader.read(line))
        .contains(new ChangeLine("x", "1", 3, Bytes.of(data.getBytes(StandardCharsets.UTF_8))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "{\"collection\":\"x\",\"id\":\"1\"}",
        "{\"collection\":\"x\",\"id\":\"1\",\"version\":-1}",
        "{\"collection\":\"x\",\"id\":\"1\",\"version\":99999999999999999999}",
        "{\"collection\":\"x\",\"id\":\"1\",\"version\":1.0}",
        "{\"collection\":\" \",\"id\":\"1\",\"version\":1}",
        "{\"collection\":\"x\",\"id\":\"1\",\"version\":1,\"version\":2}",
        "{\"collection\":\"x\",\"id\":\"1\",\"version\":1} {}",
        "{\"collection\":\"x\",\"id\":\"1\",\"version\":1,\"data\":{\"a\":}}"
      })
  void aLineThatIsNoneIsThrownAwayWithItsPage(String line) {
    byte[] page = (line + "\n").getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> read(page)).isInstanceOf(ChangeReader.CutPage.class);
  }

  @Test
  void aPageCutAnywhereIsThrownAway() throws Exception {
    byte[] page = page();
    for (int length = 0; length < page.length; length++) {
      byte[] cut = Arrays.copyOf(page, length);
      assertThatThrownBy(() -> read(cut)).isInstanceOf(ChangeReader.CutPage.class);
    }
  }

  @Test
  void aPageWithAnotherByteIsThrownAway() throws Exception {
    String changed = new String(page(), StandardCharsets.UTF_8).replace("茶馆", "茶楼");
    byte[] bytes = changed.getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> read(bytes)).isInstanceOf(ChangeReader.CutPage.class);
    byte[] longer = Arrays.copyOf(page(), page().length + 1);
    assertThatThrownBy(() -> read(longer)).isInstanceOf(ChangeReader.CutPage.class);
  }
}

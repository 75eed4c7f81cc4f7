package counterfoil.client.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Measures the decoder over larger sets of pictures, given by {@code -Dcounterfoil.data=DIR}: each
 * {@code DIR/qr/SET/N.png} beside the text it holds in {@code N.txt}.
 */
class PictureCorpusTest {

  private static Path sets = Path.of("");

  @BeforeAll
  static void findTheData() {
    String data = System.getProperty("counterfoil.data", "");
    assumeFalse(
        data.isBlank(), "skipped: give the folder of picture sets as -Dcounterfoil.data=DIR");
    sets = Path.of(data, "qr");
  }

  /** ZXing's own tests ask for 38 of 42 and 5 of 7 of these sets. */
  @ParameterizedTest
  @CsvSource({"qrcode-3,42", "code128-1,7"})
  void theSetIsReadWithNoWrongText(String set, int least) throws IOException {
    assumeTrue(Files.isDirectory(sets.resolve(set)), "skipped: no set " + set);
    PictureDecoder decoder = new PictureDecoder(PictureDecoder.defaultSymbologies());
    int right = 0;
    int unread = 0;
    int wrong = 0;
    for (Path picture : pictures(set)) {
      String expected = Files.readString(textOf(picture));
      if (decoder.read(picture) instanceof PictureReading.Read(List<PictureCode> codes)) {
        boolean same = codes.size() == 1 && codes.getFirst().text().equals(expected);
        right += same ? 1 : 0;
        wrong += same ? 0 : 1;
      } else {
        unread++;
      }
    }

    System.out.printf("%s right=%d unread=%d wrong=%d%n", set, right, unread, wrong);
    assertThat(wrong).isZero();
    assertThat(right).isGreaterThanOrEqualTo(least);
  }

  private static List<Path> pictures(String set) throws IOException {
    try (Stream<Path> files = Files.list(sets.resolve(set))) {
      return files
          .filter(file -> file.toString().endsWith(".png") && Files.exists(textOf(file)))
          .sorted()
          .toList();
    }
  }

  private static Path textOf(Path picture) {
    String name = picture.getFileName().toString();
    return picture.resolveSibling(name.substring(0, name.length() - 4) + ".txt");
  }
}

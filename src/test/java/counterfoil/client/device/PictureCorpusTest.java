package counterfoil.client.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Measures the decoder over larger sets of pictures, given by {@code -Dcounterfoil.data=DIR}: each
 * {@code DIR/qr/SET/N.png} beside the text it holds in {@code N.txt}.
 */
class PictureCorpusTest {

  /** ZXing's own tests ask for 38 of 42 and 5 of 7 of these sets. */
  @ParameterizedTest
  @CsvSource({"qrcode-3,42", "code128-1,7"})
  void theSetIsReadWithNoWrongText(String set, int least) throws IOException {
    Path folder = folderOf(set);
    PictureDecoder decoder = new PictureDecoder(PictureDecoder.defaultSymbologies());
    int right = 0;
    int unread = 0;
    int wrong = 0;
    for (Path picture : pictures(folder)) {
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

  private static Path folderOf(String set) {
    String data = System.getProperty("counterfoil.data", "");
    assumeFalse(
        data.isBlank(),
        () -> said("picture set " + set + " skipped; give its folder as -Dcounterfoil.data=DIR"));
    Path folder = Path.of(data, "qr", set);
    assumeTrue(
        Files.isDirectory(folder),
        () -> said("picture set " + set + " skipped; there is no folder " + folder));
    return folder;
  }

  /** Surefire keeps the reason of a skipped test to itself. */
  private static String said(String reason) {
    System.out.println(reason);
    return reason;
  }

  private static List<Path> pictures(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
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

package counterfoil.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecodeCommandTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void eachFileGetsOneLineOfJson(@TempDir Path folder) throws Exception {
    String first = qr(folder, "a.png", "QK7M\"4XWD");
    String second = qr(folder, "b.png", "券-2");

    assertThat(run(first, second)).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8).lines())
        .containsExactly(
            "{\"file\":\"%s\",\"codes\":[{\"text\":\"QK7M\\\"4XWD\",\"format\":\"QR_CODE\"}]}"
                .formatted(first),
            "{\"file\":\"%s\",\"codes\":[{\"text\":\"券-2\",\"format\":\"QR_CODE\"}]}"
                .formatted(second));
    assertThat(err.size()).isZero();
  }

  @Test
  void aFileThatIsNoPictureHasNoCodesASentenceAndAnExitCode(@TempDir Path folder)
      throws IOException {
    String text = Files.writeString(folder.resolve("note.png"), "hello").toString();
    String missing = folder.resolve("missing.png").toString();

    assertThat(run(text, missing)).isEqualTo(1);
    assertThat(out.toString(StandardCharsets.UTF_8).lines())
        .containsExactly(
            "{\"file\":\"%s\",\"codes\":[]}".formatted(text),
            "{\"file\":\"%s\",\"codes\":[]}".formatted(missing));
    assertThat(err.toString(StandardCharsets.UTF_8).lines())
        .satisfiesExactly(
            line -> assertThat(line).startsWith(text + ": not a picture"),
            line -> assertThat(line).startsWith(missing + ": cannot be read"));
  }

  @Test
  void aPictureWithoutCodesIsNoError(@TempDir Path folder) throws IOException {
    Path blank = folder.resolve("blank.png");
    ImageIO.write(new BufferedImage(40, 40, BufferedImage.TYPE_INT_RGB), "png", blank.toFile());

    assertThat(run(blank.toString())).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("\"codes\":[]");
  }

  @Test
  void withoutFilesTheUsageIsSaid() {
    assertThat(run()).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).startsWith("usage:");
  }

  private int run(String... files) {
    return new DecodeCommand()
        .run(
            List.of(files),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  private static String qr(Path folder, String name, String text)
      throws WriterException, IOException {
    BitMatrix bits =
        new QRCodeWriter()
            .encode(
                text,
                BarcodeFormat.QR_CODE,
                200,
                200,
                Map.of(EncodeHintType.CHARACTER_SET, "UTF-8"));
    BufferedImage image = new BufferedImage(200, 200, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < 200; y++) {
      for (int x = 0; x < 200; x++) {
        image.setRGB(x, y, bits.get(x, y) ? 0 : 0xffffff);
      }
    }
    Path file = folder.resolve(name);
    ImageIO.write(image, "png", file.toFile());
    return file.toString();
  }
}

package counterfoil.client.device;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are no pictures, or bad ones, or far too large. */
class PictureFileTest {

  private static final String CODE = "QK7M4XWD";
  private static final PictureReading READ =
      new PictureReading.Read(List.of(new PictureCode(CODE, Symbology.QR_CODE)));

  private final PictureDecoder decoder = new PictureDecoder(PictureDecoder.defaultSymbologies());

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpg", "gif", "bmp", "tiff"})
  void theCommonFormatsAreRead(String format) {
    assertThat(decoder.read(Pictures.bytes(Pictures.qr(CODE), format))).isEqualTo(READ);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "QK7M4XWD", "%PDF-1.7\n", "RIFF\u0000\u0000\u0000\u0000WEBPVP8 "})
  void whatIsNoPictureIsCalledSo(String content) {
    assertThat(decoder.read(content.getBytes(StandardCharsets.ISO_8859_1)))
        .isEqualTo(new PictureReading.NotAPicture());
  }

  @Test
  void aTruncatedFileIsUnreadable() {
    byte[] whole = Pictures.bytes(Pictures.qr(CODE), "png");

    assertThat(decoder.read(Arrays.copyOf(whole, 20))).isEqualTo(new PictureReading.Unreadable());
    assertThat(decoder.read(Arrays.copyOf(whole, whole.length / 3)))
        .isEqualTo(new PictureReading.Unreadable());
  }

  @Test
  void aPictureOf20000By20000IsRefusedBeforeItsPixelsAreTouched() {
    byte[] huge =
        Pictures.bytes(new BufferedImage(20_000, 20_000, BufferedImage.TYPE_BYTE_BINARY), "png");
    byte[] headerOnly = Arrays.copyOf(huge, 64);

    assertThat(decoder.read(huge)).isEqualTo(new PictureReading.TooLarge(20_000, 20_000));
    assertThat(decoder.read(headerOnly)).isEqualTo(new PictureReading.TooLarge(20_000, 20_000));
  }

  @Test
  void aPictureOfOneEndlessLineIsRefused() {
    byte[] line =
        Pictures.bytes(new BufferedImage(60_000, 1, BufferedImage.TYPE_BYTE_BINARY), "png");

    assertThat(decoder.read(line)).isEqualTo(new PictureReading.TooLarge(60_000, 1));
  }

  @Test
  void aPictureOfATelephoneWithVeryManyPixelsIsThinnedOutAndRead() {
    BufferedImage large = new BufferedImage(9_000, 6_000, BufferedImage.TYPE_BYTE_BINARY);
    Graphics2D pen = large.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, 9_000, 6_000);
    pen.drawImage(Pictures.draw(CODE, BarcodeFormat.QR_CODE, 900, 900, 4), 4_000, 2_000, null);
    pen.dispose();

    assertThat(decoder.read(Pictures.bytes(large, "png"))).isEqualTo(READ);
    assertThat(decoder.read(large)).isEqualTo(READ);
  }

  @Test
  void moreThan20MebibytesAreNotOpened() {
    byte[] heavy = new byte[(int) PictureDecoder.MOST_BYTES + 1];

    assertThat(decoder.read(heavy)).isEqualTo(new PictureReading.TooHeavy(heavy.length));
  }

  @Test
  void aPathLeadsToTheSameAnswers(@TempDir Path folder) throws IOException {
    Path picture = Files.write(folder.resolve("券 1.png"), Pictures.bytes(Pictures.qr(CODE), "png"));

    assertThat(decoder.read(picture)).isEqualTo(READ);
    assertThat(decoder.read(folder)).isEqualTo(new PictureReading.Unreadable());
    assertThat(decoder.read(folder.resolve("missing.png")))
        .isEqualTo(new PictureReading.Unreadable());
  }

  @Property(tries = 60)
  void damageNeverYieldsAWrongTextNorAnException(
      @ForAll("formats") String format, @ForAll("damage") List<Integer> damage) {
    byte[] file = Pictures.bytes(Pictures.qr(CODE), format);
    for (int where : damage) {
      file[where % file.length] ^= (byte) (1 + where % 255);
    }

    // Damage may also hit the header and claim a size that is refused unread.
    assertThat(decoder.read(file))
        .satisfiesAnyOf(
            reading -> assertThat(reading).isNotInstanceOf(PictureReading.Read.class),
            reading -> assertThat(reading).isEqualTo(READ));
  }

  @Provide
  Arbitrary<String> formats() {
    return Arbitraries.of("png", "jpg", "gif", "bmp", "tiff");
  }

  @Provide
  Arbitrary<List<Integer>> damage() {
    return Arbitraries.integers().between(0, 1_000_000).list().ofMinSize(1).ofMaxSize(8);
  }
}

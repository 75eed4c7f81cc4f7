package counterfoil.client.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BarcodeFormat;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PictureDecoderTest {

  private static final String CODE = "QK7M-4XWD-92PT";

  private final PictureDecoder decoder = new PictureDecoder(PictureDecoder.defaultSymbologies());

  @ParameterizedTest
  @ValueSource(strings = {"qr-photo-10", "qr-photo-13", "code128-1", "code128-6"})
  void sampleFilesAreRead(String name) throws IOException {
    PictureReading reading = decoder.read(resource(name + ".png"));

    assertThat(reading).isInstanceOf(PictureReading.Read.class);
    assertThat(((PictureReading.Read) reading).codes())
        .extracting(PictureCode::text)
        .containsExactly(new String(resource(name + ".txt"), StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 17, 90, 133, 180, 270})
  void aQrCodeIsReadAtAnyAngle(double degrees) {
    assertThat(decoder.read(Pictures.onSheet(Pictures.qr(CODE), 600, 500, degrees)))
        .isEqualTo(read(CODE, Symbology.QR_CODE));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 3, 20, 28, 45, 65, 90, 120, 180, 200, 240, 270, 315, 337})
  void aBarCodeIsReadAtAnyAngle(double degrees) {
    assertThat(decoder.read(Pictures.onSheet(Pictures.code128(CODE), 700, 700, degrees)))
        .isEqualTo(read(CODE, Symbology.CODE_128));
  }

  @Test
  void blurAndNoiseAreOvercome() {
    BufferedImage qr = Pictures.onSheet(Pictures.qr(CODE), 500, 400, 8);
    BufferedImage bars = Pictures.onSheet(Pictures.code128(CODE), 600, 300, 1);

    assertThat(decoder.read(Pictures.noisy(Pictures.blurred(qr, 5), 25, 1)))
        .isEqualTo(read(CODE, Symbology.QR_CODE));
    assertThat(decoder.read(Pictures.noisy(Pictures.blurred(bars, 3), 20, 2)))
        .isEqualTo(read(CODE, Symbology.CODE_128));
  }

  @Test
  void lightOnDarkAndNoQuietZoneAreOvercome() {
    assertThat(decoder.read(Pictures.inverted(Pictures.qr(CODE))))
        .isEqualTo(read(CODE, Symbology.QR_CODE));
    assertThat(decoder.read(Pictures.inverted(Pictures.code128(CODE))))
        .isEqualTo(read(CODE, Symbology.CODE_128));
    assertThat(decoder.read(Pictures.draw(CODE, BarcodeFormat.QR_CODE, 10, 10, 0)))
        .isEqualTo(read(CODE, Symbology.QR_CODE));
  }

  @Test
  void transparentPartsArePaper() {
    BufferedImage opaque = Pictures.qr(CODE);
    BufferedImage image =
        new BufferedImage(opaque.getWidth(), opaque.getHeight(), BufferedImage.TYPE_INT_ARGB);
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        image.setRGB(x, y, (opaque.getRGB(x, y) & 0xff) < 128 ? 0xff000000 : 0);
      }
    }

    assertThat(decoder.read(image)).isEqualTo(read(CODE, Symbology.QR_CODE));
  }

  @Test
  void allCodesOfAPictureAreReadFromTopLeftToBottomRight() {
    BufferedImage sheet = Pictures.onSheet(Pictures.qr("FIRST-1"), 1200, 900, 0);
    Pictures.paste(sheet, Pictures.inverted(Pictures.inverted(Pictures.qr("UPPER-LEFT"))), 20, 10);
    Pictures.paste(sheet, Pictures.code128("BELOW-LEFT-3"), 40, 700);
    Pictures.paste(sheet, Pictures.code128("BELOW-RIGHT-4"), 640, 705);

    assertThat(decoder.read(sheet))
        .isEqualTo(
            new PictureReading.Read(
                List.of(
                    new PictureCode("UPPER-LEFT", Symbology.QR_CODE),
                    new PictureCode("FIRST-1", Symbology.QR_CODE),
                    new PictureCode("BELOW-LEFT-3", Symbology.CODE_128),
                    new PictureCode("BELOW-RIGHT-4", Symbology.CODE_128))));
  }

  @Test
  void aSmallCodeBesideALargeOneIsReadToo() {
    BufferedImage sheet = new BufferedImage(3_600, 2_400, BufferedImage.TYPE_BYTE_GRAY);
    Pictures.paste(sheet, Pictures.draw("LARGE-1", BarcodeFormat.QR_CODE, 1_500, 1_500, 4), 90, 90);
    Pictures.paste(sheet, Pictures.draw("SMALL-2", BarcodeFormat.QR_CODE, 60, 60, 4), 3_000, 2_000);

    assertThat(decoder.read(sheet))
        .isEqualTo(
            new PictureReading.Read(
                List.of(
                    new PictureCode("LARGE-1", Symbology.QR_CODE),
                    new PictureCode("SMALL-2", Symbology.QR_CODE))));
  }

  @ParameterizedTest
  @CsvSource({
    "DATA_MATRIX,QK7M4XWD92PT,200,200",
    "EAN_13,6901234567892,300,120",
    "CODE_39,QK7M4XWD,400,120",
    "QR_CODE,QK7M4XWD,200,200",
    "CODE_128,QK7M4XWD,400,120"
  })
  void aKindIsReadWhenAllowedAndNeverOtherwise(Symbology kind, String text, int width, int height) {
    BufferedImage drawn =
        Pictures.draw(text, BarcodeFormat.valueOf(kind.name()), width, height, 16);
    BufferedImage sheet = Pictures.onSheet(drawn, 600, 400, 0);

    assertThat(new PictureDecoder(EnumSet.of(kind)).read(sheet)).isEqualTo(read(text, kind));
    assertThat(new PictureDecoder(EnumSet.complementOf(EnumSet.of(kind))).read(sheet))
        .isEqualTo(new PictureReading.NothingFound());
  }

  @ParameterizedTest
  @CsvSource({"ITF,12345678901231", "CODABAR,A123456789B", "UPC_A,725272730706", "CODE_93,QK7M4X"})
  void otherBarCodesAreNotMistakenForVouchers(BarcodeFormat format, String text) {
    BufferedImage sheet = Pictures.onSheet(Pictures.draw(text, format, 400, 120, 16), 600, 400, 0);

    assertThat(decoder.read(sheet)).isEqualTo(new PictureReading.NothingFound());
  }

  @Test
  void stripesAreNotMistakenForBarCodes() {
    Random random = new Random(4);
    for (int i = 0; i < 12; i++) {
      assertThat(decoder.read(stripes(random)))
          .as("picture %d", i)
          .isEqualTo(new PictureReading.NothingFound());
    }
  }

  @Test
  void aTextTooShortToBeBelievedIsNotReported() {
    assertThat(decoder.read(Pictures.code128("123"))).isEqualTo(new PictureReading.NothingFound());
  }

  @Test
  void twoTextsInOnePlaceCancelEachOther() {
    Sightings seen = new Sightings();
    seen.add(new Sighting(new PictureCode("RIGHT", Symbology.CODE_128), .1, .1, .5, .5, 5));
    seen.add(new Sighting(new PictureCode("WRONG", Symbology.CODE_128), .2, .2, .5, .4, 3));
    assertThat(seen.certain()).isEmpty();

    seen.add(new Sighting(new PictureCode("RIGHT", Symbology.CODE_128), .1, .1, .5, .5, 20));
    assertThat(seen.certain()).containsExactly(new PictureCode("RIGHT", Symbology.CODE_128));
  }

  @Test
  void aFlatPictureHoldsNothing() {
    assertThat(decoder.read(new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB)))
        .isEqualTo(new PictureReading.NothingFound());
    assertThat(decoder.read(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB)))
        .isEqualTo(new PictureReading.NothingFound());
  }

  @Test
  void noKindAllowedIsAMistake() {
    Set<Symbology> none = EnumSet.noneOf(Symbology.class);

    assertThatThrownBy(() -> new PictureDecoder(none)).isInstanceOf(IllegalArgumentException.class);
  }

  private static BufferedImage stripes(Random random) {
    BufferedImage image = new BufferedImage(500, 60, BufferedImage.TYPE_BYTE_GRAY);
    boolean black = false;
    int edge = 30;
    for (int x = 0; x < 500; x++) {
      if (x == edge && x < 460) {
        black = !black;
        edge += 2 * (1 + random.nextInt(4));
      }
      for (int y = 0; y < 60; y++) {
        image.getRaster().setSample(x, y, 0, black && x < 460 ? 0 : 255);
      }
    }
    return image;
  }

  private static PictureReading read(String text, Symbology kind) {
    return new PictureReading.Read(List.of(new PictureCode(text, kind)));
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = PictureDecoderTest.class.getResourceAsStream(name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    }
  }
}

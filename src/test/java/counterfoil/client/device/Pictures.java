package counterfoil.client.device;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.MultiFormatWriter;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.AffineTransformOp;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import javax.imageio.ImageIO;

/** Draws codes, and spoils them as cameras do. */
final class Pictures {

  private Pictures() {}

  static BufferedImage draw(String text, BarcodeFormat format, int width, int height, int margin) {
    try {
      BitMatrix bits =
          new MultiFormatWriter()
              .encode(text, format, width, height, Map.of(EncodeHintType.MARGIN, margin));
      BufferedImage image =
          new BufferedImage(bits.getWidth(), bits.getHeight(), BufferedImage.TYPE_INT_RGB);
      for (int y = 0; y < bits.getHeight(); y++) {
        for (int x = 0; x < bits.getWidth(); x++) {
          image.setRGB(x, y, bits.get(x, y) ? 0x202020 : 0xf0f0f0);
        }
      }
      return image;
    } catch (WriterException e) {
      throw new IllegalStateException(e);
    }
  }

  static BufferedImage qr(String text) {
    return draw(text, BarcodeFormat.QR_CODE, 260, 260, 4);
  }

  static BufferedImage code128(String text) {
    return draw(text, BarcodeFormat.CODE_128, 460, 120, 20);
  }

  /** A white sheet with a picture laid on it, turned about its centre. */
  static BufferedImage onSheet(BufferedImage picture, int width, int height, double degrees) {
    BufferedImage sheet = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = sheet.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, width, height);
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    AffineTransform place = AffineTransform.getTranslateInstance(width / 2.0, height / 2.0);
    place.rotate(Math.toRadians(degrees));
    place.translate(-picture.getWidth() / 2.0, -picture.getHeight() / 2.0);
    pen.drawImage(picture, new AffineTransformOp(place, AffineTransformOp.TYPE_BILINEAR), 0, 0);
    pen.dispose();
    return sheet;
  }

  static void paste(BufferedImage on, BufferedImage picture, int x, int y) {
    Graphics2D pen = on.createGraphics();
    pen.drawImage(picture, x, y, null);
    pen.dispose();
  }

  static BufferedImage blurred(BufferedImage picture, int size) {
    float[] weights = new float[size * size];
    Arrays.fill(weights, 1f / weights.length);
    BufferedImage out =
        new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
    return new ConvolveOp(new Kernel(size, size, weights), ConvolveOp.EDGE_NO_OP, null)
        .filter(picture, out);
  }

  static BufferedImage noisy(BufferedImage picture, int strength, long seed) {
    Random random = new Random(seed);
    BufferedImage out =
        new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        double shade = (picture.getRGB(x, y) & 0xff) + random.nextGaussian() * strength;
        out.getRaster().setSample(x, y, 0, (int) Math.clamp(shade, 0, 255));
      }
    }
    return out;
  }

  static BufferedImage inverted(BufferedImage picture) {
    BufferedImage out =
        new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        out.setRGB(x, y, ~picture.getRGB(x, y));
      }
    }
    return out;
  }

  static byte[] bytes(BufferedImage picture, String format) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      if (!ImageIO.write(picture, format, out)) {
        throw new IllegalStateException("no writer for " + format);
      }
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package counterfoil.app.tour;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Map;
import java.util.SplittableRandom;

/** A photograph of a telephone that shows a voucher: askew, unevenly lit, with grain. */
final class Photograph {
  private static final int WIDTH = 1_280;
  private static final int HEIGHT = 960;
  private static final int CODE = 420;
  private static final double TILT = Math.toRadians(7);
  private static final int GRAIN = 18;
  private static final long SEED = 7;

  private Photograph() {}

  /** A photograph on which {@code code} can be read. */
  static BufferedImage of(String code) {
    BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = picture.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    table(graphics);
    graphics.transform(AffineTransform.getRotateInstance(TILT, WIDTH / 2.0, HEIGHT / 2.0));
    telephone(graphics);
    graphics.drawImage(symbol(code), (WIDTH - CODE) / 2, (HEIGHT - CODE) / 2, CODE, CODE, null);
    graphics.dispose();
    grain(picture);
    return picture;
  }

  private static void table(Graphics2D graphics) {
    graphics.setPaint(
        new GradientPaint(
            0, 0, new Color(0xB9A58C), (float) WIDTH, (float) HEIGHT, new Color(0x6E5B47)));
    graphics.fill(new Rectangle2D.Double(0, 0, WIDTH, HEIGHT));
    graphics.setColor(new Color(0xE8E0D2));
    graphics.fill(new Ellipse2D.Double(-140, 560, 460, 460));
    graphics.setColor(new Color(0x4A3321));
    graphics.fill(new Ellipse2D.Double(-70, 630, 320, 320));
  }

  private static void telephone(Graphics2D graphics) {
    graphics.setColor(new Color(0x202124));
    graphics.fill(new Rectangle2D.Double(WIDTH / 2.0 - 290, 40, 580, HEIGHT - 80));
    graphics.setPaint(
        new GradientPaint(
            0, 60, new Color(0xF4F1EA), (float) WIDTH, (float) HEIGHT, new Color(0xCFCAC0)));
    graphics.fill(new Rectangle2D.Double(WIDTH / 2.0 - 270, 60, 540, HEIGHT - 120));
  }

  private static BufferedImage symbol(String code) {
    BitMatrix modules;
    try {
      modules =
          new QRCodeWriter()
              .encode(
                  code,
                  BarcodeFormat.QR_CODE,
                  CODE,
                  CODE,
                  Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M));
    } catch (WriterException e) {
      throw new IllegalStateException("a code that no symbol can hold", e);
    }
    BufferedImage image = new BufferedImage(CODE, CODE, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < CODE; y++) {
      for (int x = 0; x < CODE; x++) {
        image.setRGB(x, y, modules.get(x, y) ? 0x24211D : 0xEFEBE3);
      }
    }
    return image;
  }

  private static void grain(BufferedImage picture) {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        int shift = random.nextInt(-GRAIN, GRAIN + 1);
        Color color = new Color(picture.getRGB(x, y));
        picture.setRGB(
            x,
            y,
            new Color(
                    Math.clamp(color.getRed() + shift, 0, 255),
                    Math.clamp(color.getGreen() + shift, 0, 255),
                    Math.clamp(color.getBlue() + shift, 0, 255))
                .getRGB());
      }
    }
  }
}

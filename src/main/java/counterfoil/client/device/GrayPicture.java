package counterfoil.client.device;

import com.google.zxing.LuminanceSource;
import java.awt.image.BufferedImage;
import java.util.Arrays;

/** A picture in 256 shades, and the ways of looking at it again when a code will not read. */
final class GrayPicture {

  private static final int WHITE = 255;

  private final int width;
  private final int height;
  private final byte[] shades;

  private GrayPicture(int width, int height, byte[] shades) {
    this.width = width;
    this.height = height;
    this.shades = shades;
  }

  /**
   * Takes one pixel of every {@code step} each way. Transparent parts become white, as on paper.
   */
  static GrayPicture of(BufferedImage image, int step) {
    int width = Math.ceilDiv(image.getWidth(), step);
    int height = Math.ceilDiv(image.getHeight(), step);
    byte[] shades = new byte[width * height];
    int[] row = new int[image.getWidth()];
    for (int y = 0; y < height; y++) {
      image.getRGB(0, y * step, row.length, 1, row, 0, row.length);
      for (int x = 0; x < width; x++) {
        shades[y * width + x] = (byte) shade(row[x * step]);
      }
    }
    return new GrayPicture(width, height, shades);
  }

  private static int shade(int argb) {
    int alpha = argb >>> 24;
    int red = (argb >> 16) & 0xff;
    int green = (argb >> 8) & 0xff;
    int blue = argb & 0xff;
    // ITU-R BT.601 weights, scaled by 1024.
    int luma = (306 * red + 601 * green + 117 * blue + 512) >> 10;
    return (luma * alpha + WHITE * (WHITE - alpha)) / WHITE;
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  int longSide() {
    return Math.max(width, height);
  }

  private int at(int x, int y) {
    return shades[y * width + x] & 0xff;
  }

  private int near(int x, int y) {
    return at(Math.clamp(x, 0, width - 1), Math.clamp(y, 0, height - 1));
  }

  /** Dark becomes light. */
  GrayPicture inverted() {
    byte[] out = new byte[shades.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = (byte) ~shades[i];
    }
    return new GrayPicture(width, height, out);
  }

  /** A quarter turn to the left. */
  GrayPicture turned() {
    byte[] out = new byte[shades.length];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        out[(width - 1 - x) * height + y] = shades[y * width + x];
      }
    }
    return new GrayPicture(/* width= */ height, /* height= */ width, out);
  }

  /** Adds a white margin; codes cut out to their edge lack the quiet zone that readers need. */
  GrayPicture framed(int margin) {
    int wide = width + 2 * margin;
    int high = height + 2 * margin;
    byte[] out = new byte[wide * high];
    Arrays.fill(out, (byte) WHITE);
    for (int y = 0; y < height; y++) {
      System.arraycopy(shades, y * width, out, (y + margin) * wide + margin, width);
    }
    return new GrayPicture(wide, high, out);
  }

  /** Turned by any angle about its centre, on white, large enough to lose no corner. */
  GrayPicture tilted(double degrees) {
    double angle = Math.toRadians(degrees);
    double cos = Math.cos(angle);
    double sin = Math.sin(angle);
    int wide = (int) Math.ceil(Math.abs(width * cos) + Math.abs(height * sin));
    int high = (int) Math.ceil(Math.abs(width * sin) + Math.abs(height * cos));
    byte[] out = new byte[wide * high];
    for (int y = 0; y < high; y++) {
      for (int x = 0; x < wide; x++) {
        double fromX = x - wide / 2.0;
        double fromY = y - high / 2.0;
        out[y * wide + x] =
            (byte)
                between(
                    fromX * cos + fromY * sin + width / 2.0,
                    fromY * cos - fromX * sin + height / 2.0);
      }
    }
    return new GrayPicture(wide, high, out);
  }

  /** Scaled so that the longer side has so many pixels. */
  GrayPicture resized(int pixels) {
    return scaled(pixels / (double) longSide());
  }

  /** Smaller by averaging areas, larger by interpolating. */
  GrayPicture scaled(double factor) {
    int wide = Math.max(1, (int) Math.round(width * factor));
    int high = Math.max(1, (int) Math.round(height * factor));
    byte[] out = new byte[wide * high];
    for (int y = 0; y < high; y++) {
      for (int x = 0; x < wide; x++) {
        out[y * wide + x] = (byte) (factor < 1 ? area(x, y, wide, high) : larger(x, y, factor));
      }
    }
    return new GrayPicture(wide, high, out);
  }

  private int area(int x, int y, int wide, int high) {
    int left = (int) ((long) x * width / wide);
    int right = Math.max(left + 1, (int) ((x + 1L) * width / wide));
    int top = (int) ((long) y * height / high);
    int bottom = Math.max(top + 1, (int) ((y + 1L) * height / high));
    int sum = 0;
    for (int row = top; row < bottom; row++) {
      for (int column = left; column < right; column++) {
        sum += at(column, row);
      }
    }
    return sum / ((right - left) * (bottom - top));
  }

  private int larger(int x, int y, double factor) {
    double fromX = Math.clamp((x + 0.5) / factor - 0.5, 0, width - 1);
    double fromY = Math.clamp((y + 0.5) / factor - 0.5, 0, height - 1);
    return between(fromX, fromY);
  }

  private int between(double x, double y) {
    int left = (int) Math.floor(x);
    int top = (int) Math.floor(y);
    if (left < 0 || top < 0 || left > width - 1 || top > height - 1) {
      return WHITE;
    }
    double right = x - left;
    double low = y - top;
    double upper = at(left, top) * (1 - right) + near(left + 1, top) * right;
    double lower = near(left, top + 1) * (1 - right) + near(left + 1, top + 1) * right;
    return (int) Math.round(upper * (1 - low) + lower * low);
  }

  /** The mean of each pixel's square of neighbours; beats noise. */
  GrayPicture blurred(int radius) {
    long[] sums = new long[(width + 1) * (height + 1)];
    for (int y = 0; y < height; y++) {
      long rowSum = 0;
      for (int x = 0; x < width; x++) {
        rowSum += at(x, y);
        sums[(y + 1) * (width + 1) + x + 1] = sums[y * (width + 1) + x + 1] + rowSum;
      }
    }
    byte[] out = new byte[shades.length];
    for (int y = 0; y < height; y++) {
      int top = Math.max(0, y - radius);
      int bottom = Math.min(height, y + radius + 1);
      for (int x = 0; x < width; x++) {
        int left = Math.max(0, x - radius);
        int right = Math.min(width, x + radius + 1);
        long sum =
            sums[bottom * (width + 1) + right]
                - sums[top * (width + 1) + right]
                - sums[bottom * (width + 1) + left]
                + sums[top * (width + 1) + left];
        out[y * width + x] = (byte) (sum / ((long) (right - left) * (bottom - top)));
      }
    }
    return new GrayPicture(width, height, out);
  }

  /** Each pixel pushed away from its neighbourhood's mean; beats blur. */
  GrayPicture sharpened(int radius, double strength) {
    GrayPicture mean = blurred(radius);
    byte[] out = new byte[shades.length];
    for (int i = 0; i < out.length; i++) {
      int shade = shades[i] & 0xff;
      double pushed = shade + strength * (shade - (mean.shades[i] & 0xff));
      out[i] = (byte) Math.clamp(Math.round(pushed), 0, WHITE);
    }
    return new GrayPicture(width, height, out);
  }

  /** Black where darker than the neighbourhood, else white; beats shadows and uneven light. */
  GrayPicture levelled(int radius, int margin) {
    GrayPicture mean = blurred(radius);
    byte[] out = new byte[shades.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = (byte) ((shades[i] & 0xff) < (mean.shades[i] & 0xff) - margin ? 0 : WHITE);
    }
    return new GrayPicture(width, height, out);
  }

  LuminanceSource source() {
    return new Source(this);
  }

  /** The picture as ZXing wants it. */
  private static final class Source extends LuminanceSource {

    private final GrayPicture picture;

    Source(GrayPicture picture) {
      super(picture.width, picture.height);
      this.picture = picture;
    }

    @Override
    public byte[] getRow(int y, byte[] row) {
      byte[] out = row != null && row.length >= picture.width ? row : new byte[picture.width];
      System.arraycopy(picture.shades, y * picture.width, out, 0, picture.width);
      return out;
    }

    @Override
    public byte[] getMatrix() {
      return picture.shades;
    }
  }
}

package counterfoil.client.device;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Reads codes from a photograph, a screenshot or a file.
 *
 * <p>It looks at the picture in rounds, each dearer than the last, and stops after the first round
 * that finds something: as it is and at a handy size; turned, framed, inverted, larger, smaller;
 * sharpened, blurred, levelled; the same enlarged; tilted. A text that could be wrong is not
 * reported at all.
 *
 * <p>Stateless; for any thread. A large picture with no code keeps a processor busy for some
 * seconds, so not for the user-interface thread.
 */
public final class PictureDecoder {

  /** The largest file taken. */
  public static final long MOST_BYTES = 20L * 1024 * 1024;

  /** The most pixels taken: those of a 100-megapixel telephone, with some room. */
  public static final long MOST_PIXELS = 128_000_000;

  /** The longest side taken, in pixels. */
  public static final int MOST_SIDE = 30_000;

  private static final long MOST_PIXELS_KEPT = 12_000_000;
  private static final int HANDY = 1_200;
  private static final int SMALL = 600;
  private static final int MOST_ENLARGED = 4;

  private final MatrixScan matrix;
  private final LinearScan linear;
  private final PictureFile files = new PictureFile();

  /**
   * @param allowed which kinds are read; the fewer, the fewer ghosts
   * @throws IllegalArgumentException if empty
   */
  public PictureDecoder(Set<Symbology> allowed) {
    if (allowed.isEmpty()) {
      throw new IllegalArgumentException("No symbology allowed");
    }
    matrix = new MatrixScan(Set.copyOf(allowed));
    linear = new LinearScan(Set.copyOf(allowed));
  }

  /**
   * @return the kinds that vouchers carry
   */
  public static Set<Symbology> defaultSymbologies() {
    return EnumSet.of(Symbology.QR_CODE, Symbology.CODE_128);
  }

  /**
   * Reads a picture file.
   *
   * @param file PNG, JPEG, GIF, BMP, WBMP or TIFF
   * @return the codes, or why there are none
   */
  public PictureReading read(Path file) {
    try {
      if (!Files.isRegularFile(file)) {
        return new PictureReading.Unreadable();
      }
      long size = Files.size(file);
      return size > MOST_BYTES ? new PictureReading.TooHeavy(size) : read(Files.readAllBytes(file));
    } catch (IOException unreadable) {
      return new PictureReading.Unreadable();
    }
  }

  /**
   * Reads a picture file's content.
   *
   * @param bytes PNG, JPEG, GIF, BMP, WBMP or TIFF
   * @return the codes, or why there are none
   */
  public PictureReading read(byte[] bytes) {
    if (bytes.length > MOST_BYTES) {
      return new PictureReading.TooHeavy(bytes.length);
    }
    return switch (files.open(bytes)) {
      case PictureFile.Opened.Picture picture -> read(picture.image());
      case PictureFile.Opened.Refused refused -> refused.why();
    };
  }

  /**
   * Reads a picture, for example from the clipboard.
   *
   * @param image the picture
   * @return the codes, or why there are none
   */
  public PictureReading read(BufferedImage image) {
    if (isTooLarge(image.getWidth(), image.getHeight())) {
      return new PictureReading.TooLarge(image.getWidth(), image.getHeight());
    }
    GrayPicture whole = GrayPicture.of(image, step(image.getWidth(), image.getHeight()));
    GrayPicture handy = whole.longSide() > HANDY ? whole.resized(HANDY) : whole;
    for (Round round : Round.values()) {
      Sightings seen = new Sightings();
      round
          .views(whole, handy)
          .forEach(
              view -> {
                seen.addAll(matrix.scan(view));
                seen.addAll(linear.scan(view));
              });
      List<PictureCode> codes = seen.certain();
      if (!codes.isEmpty()) {
        return new PictureReading.Read(codes);
      }
    }
    return new PictureReading.NothingFound();
  }

  static boolean isTooLarge(int width, int height) {
    return (long) width * height > MOST_PIXELS || Math.max(width, height) > MOST_SIDE;
  }

  /** Of how many pixels each way one is kept, so that a large picture fits in memory. */
  static int step(int width, int height) {
    return Math.max(1, (int) Math.ceil(Math.sqrt((double) width * height / MOST_PIXELS_KEPT)));
  }

  /** The rounds in their order, each a lazy stream of views. */
  private enum Round {
    AS_IT_IS,
    RESIZED,
    TREATED,
    ENLARGED,
    TILTED;

    Stream<GrayPicture> views(GrayPicture whole, GrayPicture handy) {
      int margin = Math.max(20, handy.longSide() / 10);
      return switch (this) {
        case AS_IT_IS -> Stream.of(handy, whole).distinct();
        case RESIZED ->
            Stream.<Supplier<GrayPicture>>of(
                    () -> handy.framed(margin),
                    handy::inverted,
                    () -> handy.inverted().framed(margin),
                    () -> handy.scaled(0.5),
                    () -> handy.scaled(2))
                .map(Supplier::get);
        case TREATED -> treated(handy.longSide() < SMALL ? handy.scaled(2) : handy);
        case ENLARGED ->
            handy.longSide() < HANDY
                ? treated(handy.resized(Math.min(HANDY, MOST_ENLARGED * handy.longSide())))
                : Stream.empty();
        case TILTED -> tilted(handy.resized(Math.min(HANDY, 2 * handy.longSide())));
      };
    }

    /** Square codes read at any angle; bar codes need one that is nearly along or across. */
    private static Stream<GrayPicture> tilted(GrayPicture picture) {
      return IntStream.of(-30, -15, 15, 30, 45).mapToObj(picture::tilted);
    }

    private static Stream<GrayPicture> treated(GrayPicture picture) {
      return Stream.<Supplier<GrayPicture>>of(
              () -> picture.blurred(1),
              () -> picture.blurred(2),
              () -> picture.sharpened(2, 1),
              () -> picture.sharpened(4, 0.5),
              () -> picture.sharpened(4, 2),
              () -> picture.levelled(picture.longSide() / 16, 4),
              () -> picture.scaled(0.75))
          .map(Supplier::get);
    }
  }
}

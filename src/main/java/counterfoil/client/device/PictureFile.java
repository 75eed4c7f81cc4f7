package counterfoil.client.device;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Opens a picture file without trusting it: its size is asked before any pixel is decoded, and a
 * large one is thinned out while it is read.
 */
final class PictureFile {

  /** What opening came to. */
  sealed interface Opened {
    /** A picture. */
    record Picture(BufferedImage image) implements Opened {}

    /** Why there is none. */
    record Refused(PictureReading why) implements Opened {}
  }

  Opened open(byte[] bytes) {
    // Read from memory: the JDK's stream over a file would write a cache file.
    try (ImageInputStream input =
        new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
      if (!readers.hasNext()) {
        return new Opened.Refused(new PictureReading.NotAPicture());
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(input, true, true);
        return decode(reader);
      } finally {
        reader.dispose();
      }
    } catch (IOException | RuntimeException damaged) {
      // The JDK's readers throw unchecked exceptions for some damaged files.
      return new Opened.Refused(new PictureReading.Unreadable());
    }
  }

  private Opened decode(ImageReader reader) throws IOException {
    int width = reader.getWidth(0);
    int height = reader.getHeight(0);
    if (PictureDecoder.isTooLarge(width, height)) {
      return new Opened.Refused(new PictureReading.TooLarge(width, height));
    }
    ImageReadParam how = reader.getDefaultReadParam();
    int step = PictureDecoder.step(width, height);
    if (step > 1) {
      how.setSourceSubsampling(step, step, 0, 0);
    }
    return new Opened.Picture(reader.read(0, how));
  }
}

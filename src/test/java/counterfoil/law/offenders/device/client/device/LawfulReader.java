package counterfoil.law.offenders.device.client.device;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Reads a picture. */
public final class LawfulReader {
  /** The picture in a file. */
  public BufferedImage read(Path file) throws IOException {
    return ImageIO.read(file.toFile());
  }
}

package counterfoil.client.device;

import java.util.List;

/** What came of looking for codes in a picture. */
public sealed interface PictureReading {

  /**
   * Codes were found.
   *
   * @param codes each once, from top left to bottom right; never empty
   */
  record Read(List<PictureCode> codes) implements PictureReading {
    /** Copies the list. */
    public Read {
      codes = List.copyOf(codes);
    }
  }

  /** A sound picture in which no code of an allowed kind could be read beyond doubt. */
  record NothingFound() implements PictureReading {}

  /** The file is empty, or of no picture format that this program reads. */
  record NotAPicture() implements PictureReading {}

  /**
   * The picture has more pixels than are taken; it was not decoded.
   *
   * @param width in pixels
   * @param height in pixels
   */
  record TooLarge(int width, int height) implements PictureReading {}

  /**
   * The file has more bytes than are taken; it was not opened.
   *
   * @param bytes its size
   */
  record TooHeavy(long bytes) implements PictureReading {}

  /** A picture by its first bytes, but cut off or damaged; or the file cannot be opened. */
  record Unreadable() implements PictureReading {}
}

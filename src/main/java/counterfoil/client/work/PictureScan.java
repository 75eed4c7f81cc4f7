package counterfoil.client.work;

import counterfoil.client.device.PictureCode;
import counterfoil.client.device.PictureDecoder;
import counterfoil.client.device.PictureReading;
import java.nio.file.Path;
import java.util.List;

/** Reads codes from pictures: files, drops, the clipboard (V11). Blocks while it decodes. */
public final class PictureScan {
  private final PictureDecoder decoder;

  /**
   * @param decoder what is allowed in a picture
   */
  public PictureScan(PictureDecoder decoder) {
    this.decoder = decoder;
  }

  /** What a picture held. */
  public sealed interface Result {
    /**
     * Codes, each once, from top left to bottom right.
     *
     * @param codes never empty
     */
    record Codes(List<String> codes) implements Result {
      /** Copies the list. */
      public Codes {
        codes = List.copyOf(codes);
      }

      /** Leaves the codes out. */
      @Override
      public String toString() {
        return "Codes[" + codes.size() + "]";
      }
    }

    /** A sound picture without a code that could be read beyond doubt. */
    record None() implements Result {}

    /** No picture of a known format. */
    record NotAPicture() implements Result {}

    /** More pixels or bytes than are taken. */
    record TooBig() implements Result {}

    /** Cut off, damaged, or the file cannot be opened. */
    record Unreadable() implements Result {}
  }

  /** Reads a file. */
  public Result read(Path file) {
    return result(decoder.read(file));
  }

  /** Reads the bytes of a picture file, such as PNG from the clipboard. */
  public Result read(byte[] picture) {
    return result(decoder.read(picture));
  }

  private static Result result(PictureReading reading) {
    return switch (reading) {
      case PictureReading.Read read ->
          new Result.Codes(read.codes().stream().map(PictureCode::text).toList());
      case PictureReading.NothingFound _ -> new Result.None();
      case PictureReading.NotAPicture _ -> new Result.NotAPicture();
      case PictureReading.TooLarge _, PictureReading.TooHeavy _ -> new Result.TooBig();
      case PictureReading.Unreadable _ -> new Result.Unreadable();
    };
  }
}

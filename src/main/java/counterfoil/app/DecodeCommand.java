package counterfoil.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import counterfoil.client.device.PictureCode;
import counterfoil.client.device.PictureDecoder;
import counterfoil.client.device.PictureReading;
import java.io.PrintStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/**
 * {@code counterfoil decode PICTURE…}: what the voucher screen reads in pictures, for support and
 * for measuring.
 */
final class DecodeCommand {

  private final PictureDecoder decoder = new PictureDecoder(PictureDecoder.defaultSymbologies());
  private final ObjectMapper json = new ObjectMapper();

  /**
   * Prints one line of JSON for each file, {@code {"file","codes":[{"text","format"}]}}, in the
   * order given. A file that cannot be read has no codes, and a sentence on {@code err}.
   *
   * @param files paths of pictures
   * @param out for the lines
   * @param err for what went wrong
   * @return the exit code: 0 if every file is a picture that could be opened, with codes or not; 1
   *     if one is not; 2 if no file was named
   */
  int run(List<String> files, PrintStream out, PrintStream err) {
    if (files.isEmpty()) {
      err.println("usage: counterfoil decode PICTURE...");
      return 2;
    }
    int exit = 0;
    for (String file : files) {
      PictureReading reading = read(file);
      out.println(line(file, reading));
      String problem = problem(reading);
      if (!problem.isEmpty()) {
        err.println(file + ": " + problem);
        exit = 1;
      }
    }
    return exit;
  }

  private PictureReading read(String file) {
    try {
      return decoder.read(Path.of(file));
    } catch (InvalidPathException notAPath) {
      return new PictureReading.Unreadable();
    }
  }

  private String line(String file, PictureReading reading) {
    ObjectNode line = json.createObjectNode().put("file", file);
    ArrayNode codes = line.putArray("codes");
    if (reading instanceof PictureReading.Read(List<PictureCode> found)) {
      found.forEach(
          code -> codes.addObject().put("text", code.text()).put("format", code.format().name()));
    }
    try {
      return json.writeValueAsString(line);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String problem(PictureReading reading) {
    return switch (reading) {
      case PictureReading.Read _, PictureReading.NothingFound _ -> "";
      case PictureReading.NotAPicture _ -> "not a picture; use PNG, JPEG, GIF, BMP or TIFF";
      case PictureReading.Unreadable _ ->
          "cannot be read; check that the file is there, whole and may be opened";
      case PictureReading.TooLarge(int width, int height) ->
          width
              + " x "
              + height
              + " pixels are too many; at most "
              + PictureDecoder.MOST_PIXELS / 1_000_000
              + " megapixels, so cut the code out of the picture";
      case PictureReading.TooHeavy _ ->
          "too large; at most "
              + PictureDecoder.MOST_BYTES / (1024 * 1024)
              + " MiB, so cut the code out of the picture";
    };
  }
}

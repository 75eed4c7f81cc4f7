package counterfoil.protocol;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads one line of the feed in one pass: the data stays the bytes that were sent, to be read once
 * where it is used.
 */
final class ChangeLineReader {
  private static final int LONGEST_TEXT = 64;

  private final byte[] line;
  private @Nullable String collection;
  private @Nullable String id;
  private long version = -1;
  private @Nullable Bytes data;
  private boolean hasHash;

  private ChangeLineReader(byte[] line) {
    this.line = line;
  }

  /** The line; empty when it is a page's last, which has a hash and no collection. */
  static Optional<ChangeLine> read(byte[] line) throws MalformedJson, InvalidContent {
    ChangeLineReader reader = new ChangeLineReader(line);
    try (JsonParser in = Wire.JSON.createParser(line)) {
      reader.read(in);
    } catch (JsonProcessingException e) {
      throw new MalformedJson(e.getOriginalMessage());
    } catch (IOException e) {
      throw new MalformedJson("not UTF-8");
    }
    return reader.hasHash && reader.collection == null
        ? Optional.empty()
        : Optional.of(reader.changeLine());
  }

  private void read(JsonParser in) throws IOException, MalformedJson, InvalidContent {
    if (in.nextToken() != JsonToken.START_OBJECT) {
      throw new InvalidContent("", "must be an object");
    }
    for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
      in.nextToken();
      member(in, name);
    }
    if (in.currentToken() != JsonToken.END_OBJECT || in.nextToken() != null) {
      throw new MalformedJson("something follows the object");
    }
  }

  private void member(JsonParser in, String name) throws IOException, InvalidContent {
    switch (name) {
      case "collection" -> collection = text(in, name);
      case "id" -> id = text(in, name);
      case "version" -> version = version(in);
      case "data" -> data = in.currentToken() == JsonToken.VALUE_NULL ? null : slice(in);
      case "sha256" -> {
        hasHash = true;
        in.skipChildren();
      }
      default -> in.skipChildren();
    }
  }

  private static String text(JsonParser in, String name) throws IOException, InvalidContent {
    String text = in.currentToken() == JsonToken.VALUE_STRING ? in.getText() : "";
    if (text.isBlank() || text.length() > LONGEST_TEXT) {
      throw new InvalidContent("/" + name, "must be a string of 1 to " + LONGEST_TEXT);
    }
    return text;
  }

  private static long version(JsonParser in) throws IOException, InvalidContent {
    boolean whole =
        in.currentToken() == JsonToken.VALUE_NUMBER_INT
            && in.getNumberType() != JsonParser.NumberType.BIG_INTEGER;
    long version = whole ? in.getLongValue() : -1;
    if (version < 0 || version > Members.MOST_INTEGER) {
      throw new InvalidContent("/version", "must be an integer of 0 or more");
    }
    return version;
  }

  private Bytes slice(JsonParser in) throws IOException {
    int from = Math.toIntExact(in.currentTokenLocation().getByteOffset());
    in.skipChildren();
    in.finishToken();
    int to = Math.toIntExact(in.currentLocation().getByteOffset());
    return Bytes.of(Arrays.copyOfRange(line, from, to));
  }

  private ChangeLine changeLine() throws InvalidContent {
    if (collection == null || id == null || version < 0) {
      throw new InvalidContent("", "collection, id or version is missing");
    }
    return new ChangeLine(collection, id, version, data);
  }
}

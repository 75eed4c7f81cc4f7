package counterfoil.protocol;

import java.util.OptionalLong;

/**
 * The last line of a page of the feed. A body without it was cut.
 *
 * @param cursor where the next page begins, opaque to clients
 * @param more whether the next page has rows already
 * @param lines rows before this line
 * @param left at most how many changes lie behind the page, for showing progress; empty from a
 *     server that does not say
 * @param sha256 SHA-256 of all bytes before this line, uncompressed
 */
public record PageEnd(String cursor, boolean more, long lines, OptionalLong left, Bytes sha256) {

  static PageEnd read(Members in) throws InvalidContent {
    return new PageEnd(
        in.text("cursor", 512),
        in.flag("more"),
        in.integer("lines", 0, Members.MOST_INTEGER),
        in.node().has("left")
            ? OptionalLong.of(in.integer("left", 0, Members.MOST_INTEGER))
            : OptionalLong.empty(),
        in.hash("sha256"));
  }

  Json json() {
    Json json = Json.object().put("cursor", cursor).put("more", more).put("lines", lines);
    left.ifPresent(changes -> json.put("left", changes));
    return json.put("sha256", sha256.hex());
  }
}

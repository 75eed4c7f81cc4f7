package counterfoil.protocol;

import java.nio.charset.StandardCharsets;

/**
 * The data of a {@code poke} event: something in scope changed, pull it.
 *
 * @param cursor the feed's newest place, opaque
 */
public record Poke(String cursor) {

  /** Reads an event's data. */
  public static Poke read(String data) throws MalformedJson, InvalidContent {
    return new Poke(Members.ofBody(data.getBytes(StandardCharsets.UTF_8)).text("cursor", 512));
  }

  /** The event's data. */
  public String text() {
    return Json.object().put("cursor", cursor).text();
  }
}

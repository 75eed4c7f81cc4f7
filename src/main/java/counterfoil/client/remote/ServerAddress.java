package counterfoil.client.remote;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where the server is. Beyond loopback only {@code https} is taken.
 *
 * @param uri scheme, host and port, with a path at most
 */
public record ServerAddress(URI uri) {
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

  /** What a typed address is. */
  public sealed interface Reading {}

  /**
   * An address.
   *
   * @param address the address
   */
  public record Fits(ServerAddress address) implements Reading {}

  /** No address of a server. */
  public record NotAnAddress() implements Reading {}

  /** {@code http} beyond loopback: passwords and names would travel in the clear. */
  public record NeedsTls() implements Reading {}

  /** Reads what a person typed; {@code https} where no scheme is given. */
  public static Reading read(String typed) {
    String text = typed.strip();
    URI uri = uri(text.contains("://") ? text : "https://" + text);
    if (uri == null || uri.getHost() == null || uri.getRawUserInfo() != null) {
      return new NotAnAddress();
    }
    return switch (uri.getScheme().toLowerCase(Locale.ROOT)) {
      case "https" -> new Fits(new ServerAddress(uri));
      case "http" ->
          LOOPBACK.contains(uri.getHost().toLowerCase(Locale.ROOT))
              ? new Fits(new ServerAddress(uri))
              : new NeedsTls();
      default -> new NotAnAddress();
    };
  }

  private static @Nullable URI uri(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException _) {
      return null;
    }
  }

  /** The address as it is kept and shown. */
  public String text() {
    return uri.toString();
  }
}

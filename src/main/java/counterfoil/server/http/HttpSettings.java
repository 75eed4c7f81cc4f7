package counterfoil.server.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where and how the server listens.
 *
 * @param host name or address to bind
 * @param port port to bind; 0 picks a free one
 * @param tls certificate and key, or null for plain HTTP
 * @param behindProxy whether a proxy in front speaks TLS; then its {@code X-Forwarded-…} headers
 *     are believed
 * @param publicUrl how clients reach the server, without a path; null to go by the request itself
 */
public record HttpSettings(
    String host, int port, @Nullable Tls tls, boolean behindProxy, @Nullable String publicUrl) {

  /**
   * PEM files.
   *
   * @param certificate the certificate, followed by its chain
   * @param key its private key, PKCS #8, not encrypted
   */
  public record Tls(Path certificate, Path key) {}

  /** Plain HTTP on the loopback interface: the server inside the client. */
  public static HttpSettings loopback(int port) {
    return new HttpSettings("127.0.0.1", port, null, false, null);
  }

  /** Why the server must not listen this way; empty when it may. */
  public Optional<String> refusal() {
    if (tls != null || behindProxy) {
      return Optional.empty();
    }
    try {
      return InetAddress.getByName(host).isLoopbackAddress()
          ? Optional.empty()
          : Optional.of(
              "listening on "
                  + host
                  + " needs --tls-cert and --tls-key, or --behind-proxy with TLS in front");
    } catch (UnknownHostException _) {
      return Optional.of("no such host: " + host);
    }
  }
}

package counterfoil.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A proof of possession (DPoP, RFC 9449): a JWS over one request, signed by the device's Ed25519
 * key (RFC 8037). Whether it fits the request, the clock and the token is for the server to judge.
 *
 * @param key the key that signed it
 * @param method {@code htm}: the request's method
 * @param uri {@code htu}: the request's URI without query and fragment
 * @param issuedAt {@code iat}
 * @param id {@code jti}: used once
 * @param tokenHash {@code ath}: SHA-256 of the access token; null without one
 * @param nonce the server's nonce; null before one is known
 */
public record Proof(
    Ed25519Key key,
    String method,
    String uri,
    Instant issuedAt,
    String id,
    @Nullable Bytes tokenHash,
    @Nullable String nonce) {

  private static final int LONGEST = 4096;

  /**
   * What a proof is made for.
   *
   * @param method the request's method
   * @param uri the request's URI
   * @param issuedAt now, on the server's clock
   * @param id used once
   * @param accessToken the token that goes with it; null without one
   * @param nonce the server's nonce; null before one is known
   */
  public record Subject(
      String method,
      String uri,
      Instant issuedAt,
      String id,
      @Nullable String accessToken,
      @Nullable String nonce) {

    /** Leaves the token out. */
    @Override
    public String toString() {
      return "Subject[" + id + "]";
    }
  }

  /** Makes the value of the {@code DPoP} header. */
  public static String make(PrivateKey key, Ed25519Key publicKey, Subject subject) {
    String token = subject.accessToken();
    Json header =
        Json.object().put("typ", "dpop+jwt").put("alg", "EdDSA").put("jwk", publicKey.json());
    Json claims =
        Json.object()
            .put("jti", subject.id())
            .put("htm", subject.method())
            .put("htu", withoutQuery(subject.uri()))
            .put("iat", subject.issuedAt().getEpochSecond())
            .put("ath", token == null ? null : tokenHash(token).base64Url())
            .put("nonce", subject.nonce());
    String signed =
        Bytes.of(header.bytes()).base64Url() + "." + Bytes.of(claims.bytes()).base64Url();
    Bytes signature = Ed25519Key.sign(key, signed.getBytes(StandardCharsets.US_ASCII));
    return signed + "." + signature.base64Url();
  }

  /** {@code ath} of a token. */
  public static Bytes tokenHash(String accessToken) {
    return Hashes.sha256(accessToken.getBytes(StandardCharsets.US_ASCII));
  }

  private static String withoutQuery(String uri) {
    int end = uri.indexOf('?');
    return end < 0 ? uri : uri.substring(0, end);
  }

  /** Reads a header; empty when it is no proof, or its signature is not that of its own key. */
  public static Optional<Proof> read(String jws) {
    String[] parts = jws.length() > LONGEST ? new String[0] : jws.split("\\.", -1);
    if (parts.length != 3) {
      return Optional.empty();
    }
    try {
      Members header = part(parts[0]);
      boolean usual =
          header.text("typ", 16).equals("dpop+jwt")
              && (header.text("alg", 16).equals("EdDSA")
                  || header.text("alg", 16).equals("Ed25519"))
              && !header.has("crit");
      Ed25519Key key = Ed25519Key.read(header.object("jwk"));
      byte[] signed = (parts[0] + "." + parts[1]).getBytes(StandardCharsets.UTF_8);
      Bytes signature = Bytes.ofBase64Url(parts[2]).orElse(Bytes.of(new byte[0]));
      if (!usual || !key.verifies(signed, signature.toArray())) {
        return Optional.empty();
      }
      return Optional.of(claims(key, part(parts[1])));
    } catch (MalformedJson | InvalidContent _) {
      return Optional.empty();
    }
  }

  private static Members part(String text) throws MalformedJson, InvalidContent {
    Bytes bytes = Bytes.ofBase64Url(text).orElseThrow(() -> new MalformedJson("not base64url"));
    return Members.ofBody(bytes.shared());
  }

  private static Proof claims(Ed25519Key key, Members in) throws InvalidContent {
    return new Proof(
        key,
        in.text("htm", 16),
        in.text("htu", 2048),
        issuedAt(in),
        in.text("jti", 128),
        in.has("ath") ? in.base64("ath", 32, 32) : null,
        in.textOrNull("nonce", 256));
  }

  /** A NumericDate may have a fraction (RFC 7519). */
  private static Instant issuedAt(Members in) throws InvalidContent {
    JsonNode iat = in.node().get("iat");
    if (iat == null || !iat.isNumber() || Math.abs(iat.doubleValue()) > 1e11) {
      throw in.invalid("iat", "must be seconds since 1970");
    }
    return Instant.ofEpochMilli(Math.round(iat.doubleValue() * 1000));
  }

  /** Whether {@code htm} and {@code htu} are those of a request, after RFC 3986 normalisation. */
  public boolean fits(String requestMethod, String requestUri) {
    Optional<String> own = normalised(uri);
    return method.equals(requestMethod) && own.isPresent() && own.equals(normalised(requestUri));
  }

  private static Optional<String> normalised(String text) {
    try {
      URI uri = new URI(text).normalize();
      if (uri.getScheme() == null || uri.getHost() == null) {
        return Optional.empty();
      }
      String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
      int usual = scheme.equals("https") ? 443 : 80;
      String port = uri.getPort() < 0 || uri.getPort() == usual ? "" : ":" + uri.getPort();
      return Optional.of(
          scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + port + uri.getRawPath());
    } catch (URISyntaxException _) {
      return Optional.empty();
    }
  }

  /** Only its id; the rest may help a thief. */
  @Override
  public String toString() {
    return "Proof[" + id + "]";
  }
}

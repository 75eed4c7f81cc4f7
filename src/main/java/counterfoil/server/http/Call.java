package counterfoil.server.http;

import counterfoil.protocol.Problem;
import counterfoil.protocol.ProblemCode;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Fields;
import org.jspecify.annotations.Nullable;

/** One request, as far as a route needs it. */
final class Call {
  private final Request request;
  private final Map<String, String> path;
  private final @Nullable String publicUrl;

  Call(Request request, Map<String, String> path, @Nullable String publicUrl) {
    this.request = request;
    this.path = path;
    this.publicUrl = publicUrl;
  }

  String method() {
    return request.getMethod();
  }

  /** The URI as the client knows it, without a query. */
  String uri() {
    HttpURI uri = request.getHttpURI();
    if (publicUrl != null) {
      String base =
          publicUrl.endsWith("/") ? publicUrl.substring(0, publicUrl.length() - 1) : publicUrl;
      return base + uri.getPath();
    }
    String port = uri.getPort() > 0 ? ":" + uri.getPort() : "";
    return uri.getScheme() + "://" + uri.getHost() + port + uri.getPath();
  }

  String part(String name) {
    return path.getOrDefault(name, "");
  }

  Optional<String> header(String name) {
    return Optional.ofNullable(request.getHeaders().get(name));
  }

  /** How often a header is there: a proof given twice is none. */
  List<String> headers(String name) {
    return request.getHeaders().getValuesList(name);
  }

  String remoteAddress() {
    return Request.getRemoteAddr(request);
  }

  Optional<String> query(String name) throws Refused {
    try {
      Fields.Field field = Request.extractQueryParameters(request).get(name);
      return field == null ? Optional.empty() : Optional.ofNullable(field.getValue());
    } catch (IllegalArgumentException _) {
      throw new Refused(Problem.of(ProblemCode.BAD_REQUEST).detail("the query cannot be read"));
    }
  }

  /** The whole body, which must be JSON by its header and at most so many bytes. */
  byte[] json(int most) throws IOException, Refused {
    String type = mediaType();
    if (!type.equals("application/json")) {
      throw new Refused(
          Problem.of(ProblemCode.UNSUPPORTED_MEDIA_TYPE)
              .detail("the body must be application/json"));
    }
    return body(most);
  }

  /** The media type without parameters, in lower case; empty without one. */
  String mediaType() {
    String type = Optional.ofNullable(request.getHeaders().get(HttpHeader.CONTENT_TYPE)).orElse("");
    int end = type.indexOf(';');
    return (end < 0 ? type : type.substring(0, end)).strip().toLowerCase(Locale.ROOT);
  }

  byte[] body(int most) throws IOException, Refused {
    if (request.getLength() > most) {
      throw tooLarge(most);
    }
    try (InputStream in = Request.asInputStream(request)) {
      byte[] body = in.readNBytes(most + 1);
      if (body.length > most) {
        throw tooLarge(most);
      }
      return body;
    }
  }

  private static Refused tooLarge(int most) {
    return new Refused(
        Problem.of(ProblemCode.TOO_LARGE)
            .detail("a body here holds at most " + most + " bytes")
            .with("most_bytes", most));
  }
}

package counterfoil.server.http;

import counterfoil.protocol.Problem;
import counterfoil.protocol.ProblemCode;
import counterfoil.server.work.ServerWork;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.pathmap.UriTemplatePathSpec;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.NanoTime;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the routes of one path, and turns every way they can fail into a problem document. */
final class RouteHandler extends Handler.Abstract {
  private static final Logger LOG = LoggerFactory.getLogger(RouteHandler.class);

  /** Bytes that are read and thrown away after an answer that ends the connection. */
  private static final long MOST_LINGERED = 64L << 20;

  private final UriTemplatePathSpec path;
  private final Map<String, RouteTable.Route> methods;
  private final Supplier<String> nonce;
  private final Supplier<String> incidents;
  private final Metrics metrics;
  private final @Nullable String publicUrl;

  /** What all paths share. */
  record Shared(
      Supplier<String> nonce,
      Supplier<String> incidents,
      Metrics metrics,
      @Nullable String publicUrl) {}

  RouteHandler(UriTemplatePathSpec path, Map<String, RouteTable.Route> methods, Shared shared) {
    this.path = path;
    this.methods = methods;
    this.nonce = shared.nonce();
    this.incidents = shared.incidents();
    this.metrics = shared.metrics();
    this.publicUrl = shared.publicUrl();
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    Reply reply = reply(request);
    response.setStatus(reply.status());
    reply.headers().forEach((name, value) -> response.getHeaders().put(name, value));
    if (!reply.headers().containsKey("Content-Length") && reply.status() == 204) {
      response.getHeaders().put(HttpHeader.CONTENT_LENGTH, 0);
    }
    try {
      if (!request.getMethod().equals("HEAD")) {
        OutputStream out = Content.Sink.asOutputStream(response);
        reply.body().write(out);
        out.close();
      }
      linger(request, reply);
      callback.succeeded();
    } catch (IOException e) {
      LOG.debug("the client went away", e);
      callback.failed(e);
    } catch (RuntimeException e) {
      LOG.error("a body could not be written", e);
      callback.failed(e);
    }
    long nanos = NanoTime.since(request.getBeginNanoTime());
    String method = methods.containsKey(request.getMethod()) ? request.getMethod() : "other";
    metrics.count(method, path.getDeclaration(), reply.status(), nanos);
    LOG.info("{} {} {} {} ms", method, path.getDeclaration(), reply.status(), nanos / 1_000_000);
    return true;
  }

  /** HEAD is GET without the body (RFC 9110 §9.3.2). */
  private static String name(String method) {
    return method.equals("HEAD") ? "GET" : method;
  }

  private Reply reply(Request request) {
    RouteTable.Route route = methods.get(name(request.getMethod()));
    if (route == null) {
      String allowed = allowed();
      return Reply.of(Problem.of(ProblemCode.METHOD_NOT_ALLOWED).detail("allowed: " + allowed))
          .with("Allow", allowed);
    }
    boolean proved = request.getHeaders().contains("DPoP");
    Reply reply = guarded(route, request);
    if (reply.status() >= 400 && !drained(request)) {
      reply = reply.with(HttpHeader.CONNECTION.asString(), "close");
    }
    return proved || reply.status() == 401 ? reply.with("DPoP-Nonce", nonce.get()) : reply;
  }

  private String allowed() {
    Set<String> all = new TreeSet<>(methods.keySet());
    if (all.contains("GET")) {
      all.add("HEAD");
    }
    return String.join(", ", all);
  }

  private Reply guarded(RouteTable.Route route, Request request) {
    try {
      // Not the path in context: the mapping cuts that short where a variable comes last.
      Map<String, String> parts = path.getPathParams(request.getHttpURI().getCanonicalPath());
      return route.handle(new Call(request, parts == null ? Map.of() : parts, publicUrl));
    } catch (Refused e) {
      return Reply.of(e.problem());
    } catch (IOException | RuntimeException e) {
      return fault(e);
    }
  }

  /**
   * Reads what is left of a usual body, so that the connection stays open: who is asked for a nonce
   * sends the request again at once.
   */
  private static boolean drained(Request request) {
    return request.getLength() <= Routes.MOST_BODY && read(request, Routes.MOST_BODY);
  }

  /**
   * After an answer that ends the connection, lets a client that still sends come to its end: it
   * reads no answer before, and a connection closed on what it sends takes the answer away with it
   * (RFC 9112 §9.6).
   */
  private static void linger(Request request, Reply reply) {
    if (reply.headers().containsKey(HttpHeader.CONNECTION.asString())) {
      read(request, MOST_LINGERED);
    }
  }

  /** Whether the body ended within so many bytes. */
  private static boolean read(Request request, long most) {
    try (InputStream in = Request.asInputStream(request)) {
      byte[] some = new byte[1 << 14];
      for (long left = most; left >= 0; ) {
        int count = in.read(some);
        if (count < 0) {
          return true;
        }
        left -= count;
      }
    } catch (IOException | RuntimeException e) {
      LOG.debug("a refused body could not be read", e);
    }
    return false;
  }

  private Reply fault(Exception fault) {
    switch (cause(fault)) {
      case HttpException http -> {
        return Reply.of(Problems.ofStatus(http.getCode()));
      }
      case TimeoutException _ -> {
        return Reply.of(Problem.of(ProblemCode.REQUEST_TIMEOUT));
      }
      default -> {}
    }
    if (ServerWork.storeFailed(fault)) {
      LOG.warn("the store failed", fault);
      return Reply.of(Problem.of(ProblemCode.STORE_UNAVAILABLE));
    }
    if (fault instanceof IOException) {
      return Reply.of(Problem.of(ProblemCode.BAD_REQUEST).detail("the body was cut"));
    }
    String incident = incidents.get();
    LOG.error("incident {}", incident, fault);
    return Reply.of(
        Problem.of(ProblemCode.INTERNAL)
            .detail("the server failed; its log has the incident")
            .instance("urn:uuid:" + incident)
            .with("incident", incident));
  }

  private static Throwable cause(Throwable fault) {
    for (Throwable at = fault; at != null; at = at.getCause()) {
      if (at instanceof HttpException || at instanceof TimeoutException) {
        return at;
      }
    }
    return fault;
  }
}

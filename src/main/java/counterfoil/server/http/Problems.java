package counterfoil.server.http;

import counterfoil.protocol.Problem;
import counterfoil.protocol.ProblemCode;
import java.nio.ByteBuffer;
import java.time.InstantSource;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Answers what Jetty itself refuses with problem documents too. */
final class Problems extends ErrorHandler {
  private final InstantSource clock;

  Problems(InstantSource clock) {
    this.clock = clock;
  }

  static Problem ofStatus(int status) {
    ProblemCode code =
        switch (status) {
          case 404 -> ProblemCode.NOT_FOUND;
          case 405 -> ProblemCode.METHOD_NOT_ALLOWED;
          case 408 -> ProblemCode.REQUEST_TIMEOUT;
          case 413 -> ProblemCode.TOO_LARGE;
          case 414 -> ProblemCode.URI_TOO_LONG;
          case 415 -> ProblemCode.UNSUPPORTED_MEDIA_TYPE;
          case 431 -> ProblemCode.HEADERS_TOO_LARGE;
          case 503 -> ProblemCode.BUSY;
          default -> status >= 500 ? ProblemCode.INTERNAL : ProblemCode.BAD_REQUEST;
        };
    return Problem.of(code).with("status", status);
  }

  @Override
  public boolean errorPageForMethod(String method) {
    return true;
  }

  @Override
  protected void generateResponse(
      Request request,
      Response response,
      int code,
      String message,
      @Nullable Throwable cause,
      Callback callback) {
    Reply reply = Reply.of(ofStatus(code));
    response.setStatus(code);
    response.getHeaders().put(HttpHeader.DATE, Dated.text(clock.instant()));
    reply.headers().forEach((name, value) -> response.getHeaders().put(name, value));
    response.write(true, ByteBuffer.wrap(ofStatus(code).bytes()), callback);
  }
}

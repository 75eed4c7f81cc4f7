package counterfoil.server.http;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Puts the server's time into every answer. Clients learn their offset from {@code Date}, so it
 * must come from the same clock that judges their proofs.
 */
final class Dated extends Handler.Wrapper {
  private static final DateTimeFormatter IMF_FIXDATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private final InstantSource clock;

  Dated(Handler handler, InstantSource clock) {
    super(handler);
    this.clock = clock;
  }

  /** A time as RFC 9110 §5.6.7 writes it. */
  static String text(Instant at) {
    return IMF_FIXDATE.format(at);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    response.getHeaders().put(HttpHeader.DATE, text(clock.instant()));
    return super.handle(request, response, callback);
  }
}

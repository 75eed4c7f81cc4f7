package counterfoil.server.http;

import counterfoil.protocol.Problem;
import counterfoil.server.work.Answer;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * An answer on its way out.
 *
 * @param status HTTP status
 * @param headers header fields, {@code Content-Type} included where there is a body
 * @param body writes the body
 */
record Reply(int status, Map<String, String> headers, Body body) {
  static final String JSON = "application/json";
  private static final long USUAL_WAIT = 5;

  /** Writes a body. */
  interface Body {
    void write(OutputStream out) throws IOException;
  }

  static Reply empty() {
    return new Reply(204, Map.of(), out -> {});
  }

  static Reply of(String mediaType, byte[] body) {
    return new Reply(
        200,
        Map.of("Content-Type", mediaType, "Content-Length", String.valueOf(body.length)),
        out -> out.write(body));
  }

  static Reply of(Problem problem) {
    byte[] body = problem.bytes();
    Reply reply =
        new Reply(
            problem.status(),
            Map.of(
                "Content-Type",
                Problem.MEDIA_TYPE,
                "Content-Length",
                String.valueOf(body.length),
                "Cache-Control",
                "no-store"),
            out -> out.write(body));
    return switch (problem.status()) {
      case 401 -> reply.with("WWW-Authenticate", challenge(problem));
      // RFC 9110 §15.5.22: what to speak instead is a newer program of the same contract.
      case 426 -> reply.with("Upgrade", "Counterfoil").with("Connection", "Upgrade");
      case 429, 503 -> reply.with("Retry-After", String.valueOf(wait(problem)));
      default -> reply;
    };
  }

  /** Seconds to wait: what the problem says, else the usual. */
  private static long wait(Problem problem) {
    return problem.number("retry_after").orElse(USUAL_WAIT);
  }

  /** What to do about a 401, in the words of RFC 9449. */
  private static String challenge(Problem problem) {
    String error =
        switch (problem.code()) {
          case "use_dpop_nonce" -> "use_dpop_nonce";
          case "proof-invalid", "proof-time", "proof-replayed" -> "invalid_dpop_proof";
          case "token-expired", "token-invalid" -> "invalid_token";
          default -> "";
        };
    String algorithms = "algs=\"EdDSA\"";
    return error.isEmpty() ? "DPoP " + algorithms : "DPoP error=\"" + error + "\", " + algorithms;
  }

  static <T> Reply of(Answer<T> answer, Function<T, Reply> done) {
    return switch (answer) {
      case Answer.Done<T>(T value) -> done.apply(value);
      case Answer.Refused<T>(Problem problem) -> of(problem);
    };
  }

  Reply with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Reply(status, more, body);
  }
}

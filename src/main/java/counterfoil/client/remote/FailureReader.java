package counterfoil.client.remote;

import counterfoil.protocol.Bytes;
import counterfoil.protocol.InvalidContent;
import counterfoil.protocol.MalformedJson;
import counterfoil.protocol.Problem;
import counterfoil.protocol.ProblemCode;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLException;

/** Turns an error answer, or none, into what to do next. */
final class FailureReader {
  private FailureReader() {}

  static RemoteFailure of(IOException e) {
    return new RemoteFailure.Offline(
        switch (e) {
          case SocketTimeoutException _ -> RemoteFailure.Why.TIMED_OUT;
          case InterruptedIOException _ -> RemoteFailure.Why.TIMED_OUT;
          case SSLException _ -> RemoteFailure.Why.CERTIFICATE;
          case ProtocolException _ -> RemoteFailure.Why.GARBLED;
          case EOFException _ -> RemoteFailure.Why.GARBLED;
          default -> RemoteFailure.Why.UNREACHABLE;
        });
  }

  static RemoteFailure garbled() {
    return new RemoteFailure.Offline(RemoteFailure.Why.GARBLED);
  }

  /** A problem document; empty when the body is none, as from a proxy. */
  static Optional<Problem> problem(byte[] body) {
    try {
      return Optional.of(Problem.read(body));
    } catch (MalformedJson | InvalidContent _) {
      return Optional.empty();
    }
  }

  static RemoteFailure of(int status, Optional<Problem> problem, Optional<Duration> after) {
    Optional<ProblemCode> code = problem.flatMap(Problem::known);
    if (problem.isEmpty() || code.isEmpty()) {
      return byStatus(status, problem, after);
    }
    return switch (code.get()) {
      case TOKEN_EXPIRED -> new RemoteFailure.RenewToken();
      // Signing in leads to the form that changes the password.
      case TOKEN_MISSING, TOKEN_INVALID, PASSWORD_MUST_CHANGE -> new RemoteFailure.SignInAgain();
      case INVALID_CURSOR -> new RemoteFailure.StartOver(RemoteFailure.Reason.INVALID_CURSOR);
      case CURSOR_TOO_OLD -> new RemoteFailure.StartOver(RemoteFailure.Reason.CURSOR_TOO_OLD);
      case CURSOR_AHEAD -> new RemoteFailure.StartOver(RemoteFailure.Reason.CURSOR_AHEAD);
      case SCOPE_CHANGED -> new RemoteFailure.StartOver(RemoteFailure.Reason.SCOPE_CHANGED);
      case CHAIN_GAP -> gap(problem.get(), after);
      case CHAIN_MISMATCH -> new RemoteFailure.ChainMismatch();
      case CHAIN_FORK, DEVICE_BLOCKED -> new RemoteFailure.DeviceBlocked();
      case CLIENT_TOO_OLD -> new RemoteFailure.TooOld();
      default -> byStatus(status, problem, after);
    };
  }

  private static RemoteFailure gap(Problem problem, Optional<Duration> after) {
    Optional<Long> seq = problem.number("head_seq");
    Optional<Bytes> hash = problem.text("head_hash").flatMap(Bytes::ofHex);
    return seq.isPresent() && hash.isPresent()
        ? new RemoteFailure.ChainGap(seq.get(), hash.get())
        : new RemoteFailure.Refused(problem, after);
  }

  private static RemoteFailure byStatus(
      int status, Optional<Problem> problem, Optional<Duration> after) {
    if (problem
        .filter(p -> p.known().equals(Optional.of(ProblemCode.SIGN_IN_LOCKED)))
        .isPresent()) {
      return new RemoteFailure.Refused(problem.get(), after);
    }
    if (status == 429 || status >= 500) {
      return new RemoteFailure.Retry(after);
    }
    return problem
        .<RemoteFailure>map(known -> new RemoteFailure.Refused(known, after))
        .orElseGet(FailureReader::garbled);
  }
}

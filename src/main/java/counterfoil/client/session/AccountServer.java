package counterfoil.client.session;

import counterfoil.client.cache.Device;
import counterfoil.protocol.Problem;
import counterfoil.protocol.SessionGrant;
import counterfoil.protocol.SessionRequest;
import counterfoil.protocol.TokenPair;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What signing in needs of the server. Calls block. */
public interface AccountServer {

  /**
   * Signs in and enrols the device.
   *
   * @param device signs the proof
   */
  Reply<SessionGrant> signIn(SessionRequest request, Device device);

  /** Rotates the tokens. */
  Reply<TokenPair> refresh(String refreshToken, Device device);

  /** Ends the session at the server. */
  Reply<Instant> signOut(String accessToken, Device device);

  /** Replaces a password by means of the old one, which the request holds. */
  Reply<Instant> changePassword(SessionRequest request, String newPassword, Device device);

  /**
   * What came back.
   *
   * @param <T> the answer's content
   */
  sealed interface Reply<T> {

    /**
     * The server's answer.
     *
     * @param value its content
     * @param serverTime the server's clock
     */
    record Got<T>(T value, Instant serverTime) implements Reply<T> {}

    /**
     * The server refused.
     *
     * @param problem why
     * @param retryAfter how long to wait, where it says so
     */
    record Refused<T>(Problem problem, Optional<Duration> retryAfter) implements Reply<T> {}

    /** No answer. */
    record Unreachable<T>() implements Reply<T> {}
  }
}

package counterfoil.client.remote;

import counterfoil.protocol.CommandResult;
import counterfoil.protocol.PasswordChange;
import counterfoil.protocol.SessionGrant;
import counterfoil.protocol.SessionRequest;
import counterfoil.protocol.TokenPair;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The server. Calls block until the answer has come whole, or one of its timeouts is over. */
public interface Remote {

  /** Signs in and enrols the device. */
  RemoteReply<SessionGrant> signIn(SessionRequest request, DeviceKey key);

  /** Rotates the tokens; safe to repeat when the answer was lost. */
  RemoteReply<TokenPair> refresh(String refreshToken, DeviceKey key);

  /** Ends the session. */
  RemoteReply<Done> signOut(Access access);

  /**
   * Changes a password.
   *
   * @param access null when a reset code proves the right
   */
  RemoteReply<Done> changePassword(
      @Nullable Access access, DeviceKey key, String user, PasswordChange change);

  /**
   * The next page of the feed.
   *
   * @param after where it begins; null for the beginning
   * @param limit most rows
   */
  RemoteReply<FeedPage> changes(Access access, @Nullable String after, int limit);

  /**
   * Pushes a batch.
   *
   * @param body as {@code CommandBatch.write} makes it
   */
  RemoteReply<List<CommandResult>> push(Access access, byte[] body);

  /**
   * Listens for pokes until closed, or until the server ends it; returns at once.
   *
   * @param listener called on a thread of this port: be quick
   */
  Stream live(Access access, PokeListener listener);

  /** An answer without content. */
  record Done() {}

  /** A stream of pokes. */
  interface Stream extends AutoCloseable {
    @Override
    void close();
  }

  /** Hears pokes. */
  interface PokeListener {
    /** The stream stands. */
    void opened();

    /** Something in scope changed. */
    void poked();

    /** The stream has ended; poll, and open another later. */
    void closed();
  }
}

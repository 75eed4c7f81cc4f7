package counterfoil.client.work;

import counterfoil.client.remote.Access;
import counterfoil.client.remote.DeviceKey;
import counterfoil.client.remote.FeedPage;
import counterfoil.client.remote.Remote;
import counterfoil.client.remote.RemoteFailure;
import counterfoil.client.remote.RemoteReply;
import counterfoil.domain.rights.CommandType;
import counterfoil.protocol.CommandResult;
import counterfoil.protocol.PasswordChange;
import counterfoil.protocol.SessionGrant;
import counterfoil.protocol.SessionRequest;
import counterfoil.protocol.TokenPair;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A real remote behind a line that a test cuts: altogether, or on the way back alone. */
final class WeakRemote implements Remote {
  private final Remote remote;

  /** Nothing reaches the server. */
  boolean cut;

  /** The server acts, and its answer to a push is lost. */
  boolean losesAnswers;

  /** A type of command that the server does not take, as one of an earlier version. */
  @Nullable CommandType lacks;

  WeakRemote(Remote remote) {
    this.remote = remote;
  }

  private static <T> RemoteReply<T> gone() {
    return new RemoteReply.Failed<>(new RemoteFailure.Offline(RemoteFailure.Why.UNREACHABLE));
  }

  @Override
  public RemoteReply<SessionGrant> signIn(SessionRequest request, DeviceKey key) {
    return cut ? gone() : earlier(remote.signIn(request, key));
  }

  private RemoteReply<SessionGrant> earlier(RemoteReply<SessionGrant> reply) {
    CommandType missing = lacks;
    if (missing == null
        || !(reply
            instanceof
            RemoteReply.Got<SessionGrant>(SessionGrant grant, Instant at, Duration took))) {
      return reply;
    }
    Set<String> commands = new HashSet<>(grant.commands());
    commands.remove(missing.wire());
    return new RemoteReply.Got<>(
        new SessionGrant(
            grant.tokens(),
            grant.tenant(),
            grant.user(),
            grant.actor(),
            grant.codeKeys(),
            grant.serverTime(),
            grant.serverVersion(),
            commands),
        at,
        took);
  }

  @Override
  public RemoteReply<TokenPair> refresh(String refreshToken, DeviceKey key) {
    return cut ? gone() : remote.refresh(refreshToken, key);
  }

  @Override
  public RemoteReply<Done> signOut(Access access) {
    return cut ? gone() : remote.signOut(access);
  }

  @Override
  public RemoteReply<Done> changePassword(
      @Nullable Access access, DeviceKey key, String user, PasswordChange change) {
    return cut ? gone() : remote.changePassword(access, key, user, change);
  }

  @Override
  public RemoteReply<FeedPage> changes(Access access, @Nullable String after, int limit) {
    return cut ? gone() : remote.changes(access, after, limit);
  }

  @Override
  public RemoteReply<List<CommandResult>> push(Access access, byte[] body) {
    if (cut) {
      return gone();
    }
    RemoteReply<List<CommandResult>> answer = remote.push(access, body);
    return losesAnswers ? gone() : answer;
  }

  @Override
  public Stream live(Access access, PokeListener listener) {
    return remote.live(access, listener);
  }
}

package counterfoil.client.sync;

import counterfoil.client.cache.Device;
import counterfoil.client.remote.Access;
import counterfoil.client.remote.DeviceKey;
import counterfoil.client.remote.Remote;
import counterfoil.client.remote.RemoteFailure;
import counterfoil.client.remote.RemoteReply;
import counterfoil.client.session.AccountServer;
import counterfoil.protocol.PasswordChange;
import counterfoil.protocol.Problem;
import counterfoil.protocol.ProblemCode;
import counterfoil.protocol.SessionGrant;
import counterfoil.protocol.SessionRequest;
import counterfoil.protocol.TokenPair;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Gives the session the part of the server that it needs. */
public final class RemoteAccounts implements AccountServer {
  private final Remote remote;

  /** Over a remote. */
  public RemoteAccounts(Remote remote) {
    this.remote = remote;
  }

  @Override
  public Reply<SessionGrant> signIn(SessionRequest request, Device device) {
    return switch (remote.signIn(request, key(device))) {
      // The grant names the server's time to the millisecond, the header to the second.
      case RemoteReply.Got<SessionGrant>(SessionGrant grant, Instant _, Duration _) ->
          new Reply.Got<>(grant, grant.serverTime());
      case RemoteReply.Failed<SessionGrant>(RemoteFailure failure) -> failed(failure);
    };
  }

  @Override
  public Reply<TokenPair> refresh(String refreshToken, Device device) {
    return reply(remote.refresh(refreshToken, key(device)));
  }

  @Override
  public Reply<Instant> signOut(String accessToken, Device device) {
    return timed(remote.signOut(new Access(accessToken, key(device))));
  }

  @Override
  public Reply<Instant> changePassword(SessionRequest request, String newPassword, Device device) {
    return switch (remote.signIn(request, key(device))) {
      case RemoteReply.Got<SessionGrant>(SessionGrant grant, Instant _, Duration _) ->
          timed(
              remote.changePassword(
                  new Access(grant.tokens().accessToken(), key(device)),
                  key(device),
                  grant.user().id(),
                  new PasswordChange(
                      new PasswordChange.OldPassword(request.password()), newPassword)));
      case RemoteReply.Failed<SessionGrant>(RemoteFailure failure) -> failed(failure);
    };
  }

  private static DeviceKey key(Device device) {
    return new DeviceKey(device.privateKey(), device.publicKey());
  }

  private static Reply<Instant> timed(RemoteReply<Remote.Done> reply) {
    return switch (reply) {
      case RemoteReply.Got<Remote.Done>(Remote.Done _, Instant time, Duration _) ->
          new Reply.Got<>(time, time);
      case RemoteReply.Failed<Remote.Done>(RemoteFailure failure) -> failed(failure);
    };
  }

  private static <T> Reply<T> reply(RemoteReply<T> reply) {
    return switch (reply) {
      case RemoteReply.Got<T>(T got, Instant time, Duration _) -> new Reply.Got<>(got, time);
      case RemoteReply.Failed<T>(RemoteFailure failure) -> failed(failure);
    };
  }

  private static <T> Reply<T> failed(RemoteFailure failure) {
    return switch (failure) {
      case RemoteFailure.Refused(Problem problem, Optional<Duration> after) ->
          new Reply.Refused<>(problem, after);
      case RemoteFailure.DeviceBlocked _ -> refused(ProblemCode.DEVICE_BLOCKED);
      case RemoteFailure.TooOld _ -> refused(ProblemCode.CLIENT_TOO_OLD);
      case RemoteFailure.SignInAgain _ -> refused(ProblemCode.TOKEN_INVALID);
      case RemoteFailure.RenewToken _ -> refused(ProblemCode.TOKEN_EXPIRED);
      case RemoteFailure.Offline _,
          RemoteFailure.Retry _,
          RemoteFailure.StartOver _,
          RemoteFailure.ChainGap _,
          RemoteFailure.ChainMismatch _ ->
          new Reply.Unreachable<>();
    };
  }

  private static <T> Reply<T> refused(ProblemCode code) {
    return new Reply.Refused<>(Problem.of(code), Optional.empty());
  }
}

package counterfoil.sim;

import counterfoil.client.remote.Access;
import counterfoil.client.remote.DeviceKey;
import counterfoil.client.remote.Failures;
import counterfoil.client.remote.FeedPage;
import counterfoil.client.remote.Remote;
import counterfoil.client.remote.RemoteFailure;
import counterfoil.client.remote.RemoteReply;
import counterfoil.protocol.Bytes;
import counterfoil.protocol.ChangeLine;
import counterfoil.protocol.ChangeReader;
import counterfoil.protocol.CommandResult;
import counterfoil.protocol.InvalidContent;
import counterfoil.protocol.MalformedJson;
import counterfoil.protocol.PasswordChange;
import counterfoil.protocol.RefreshRequest;
import counterfoil.protocol.SessionGrant;
import counterfoil.protocol.SessionRequest;
import counterfoil.protocol.TokenPair;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A device's remote: real bytes out, real bytes in, the simulated network in between. */
final class Line implements Remote {
  private final Device device;
  private final World world;

  Line(Device device, World world) {
    this.device = device;
    this.world = world;
  }

  @FunctionalInterface
  private interface Reader<T> {
    T read(byte[] body) throws IOException, MalformedJson, InvalidContent, ChangeReader.CutPage;
  }

  private <T> RemoteReply<T> call(ServerNode.Request request, Reader<T> reader) {
    Instant sent = world.time().instant();
    ServerNode.Reply reply =
        world.network().exchange(request, device.cutOff(), world.dice(), device);
    if (reply == null) {
      return offline(RemoteFailure.Why.TIMED_OUT);
    }
    Instant now = world.time().instant();
    try {
      if (reply.status() < 300) {
        return new RemoteReply.Got<>(
            reader.read(reply.body().toArray()), now, Duration.between(sent, now));
      }
      RemoteFailure failure = Failures.of(reply.status(), reply.body().toArray());
      world.tally().count("answer " + name(failure));
      return new RemoteReply.Failed<>(failure);
    } catch (IOException | MalformedJson | InvalidContent | ChangeReader.CutPage _) {
      world.tally().count("seen garbled-answer");
      return offline(RemoteFailure.Why.GARBLED);
    }
  }

  private static String name(RemoteFailure failure) {
    return failure instanceof RemoteFailure.StartOver(RemoteFailure.Reason reason)
        ? "start-over " + reason
        : failure.getClass().getSimpleName();
  }

  private static <T> RemoteReply<T> offline(RemoteFailure.Why why) {
    return new RemoteReply.Failed<>(new RemoteFailure.Offline(why));
  }

  private static ServerNode.Request request(
      ServerNode.Route route, String token, DeviceKey key, byte[] body) {
    return new ServerNode.Request(
        route, token, key.publicKey().thumbprint(), Bytes.of(body), null, 1);
  }

  @Override
  public RemoteReply<SessionGrant> signIn(SessionRequest request, DeviceKey key) {
    return call(
        request(ServerNode.Route.SIGN_IN, "", key, request.bytes()),
        body -> SessionGrant.read(body));
  }

  @Override
  public RemoteReply<TokenPair> refresh(String refreshToken, DeviceKey key) {
    world.tally().count("seen refresh");
    return call(
        request(ServerNode.Route.REFRESH, "", key, new RefreshRequest(refreshToken).bytes()),
        body -> TokenPair.read(body));
  }

  @Override
  public RemoteReply<Done> signOut(Access access) {
    return call(
        request(ServerNode.Route.SIGN_OUT, access.accessToken(), access.key(), new byte[0]),
        body -> new Done());
  }

  @Override
  public RemoteReply<Done> changePassword(
      @Nullable Access access, DeviceKey key, String user, PasswordChange change) {
    throw new UnsupportedOperationException("nobody changes a password here");
  }

  @Override
  public RemoteReply<FeedPage> changes(Access access, @Nullable String after, int limit) {
    return call(
        new ServerNode.Request(
            ServerNode.Route.CHANGES,
            access.accessToken(),
            access.key().publicKey().thumbprint(),
            Bytes.of(new byte[0]),
            after,
            limit),
        Line::page);
  }

  private static FeedPage page(byte[] body) throws IOException, ChangeReader.CutPage {
    ChangeReader reader = new ChangeReader(new ByteArrayInputStream(body));
    List<ChangeLine> lines = new ArrayList<>();
    for (Optional<ChangeLine> next = reader.next(); next.isPresent(); next = reader.next()) {
      lines.add(next.get());
    }
    return new FeedPage(lines, reader.end().cursor(), reader.end().more(), reader.end().left());
  }

  @Override
  public RemoteReply<List<CommandResult>> push(Access access, byte[] body) {
    return call(
        request(ServerNode.Route.COMMANDS, access.accessToken(), access.key(), body),
        CommandResult::readAll);
  }

  @Override
  public Stream live(Access access, PokeListener listener) {
    throw new UnsupportedOperationException("devices poll here");
  }
}

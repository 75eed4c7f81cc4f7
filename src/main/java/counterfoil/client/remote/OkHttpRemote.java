package counterfoil.client.remote;

import counterfoil.protocol.Bytes;
import counterfoil.protocol.ChangeLine;
import counterfoil.protocol.ChangeReader;
import counterfoil.protocol.ClientVersion;
import counterfoil.protocol.CommandResult;
import counterfoil.protocol.InvalidContent;
import counterfoil.protocol.MalformedJson;
import counterfoil.protocol.PasswordChange;
import counterfoil.protocol.Problem;
import counterfoil.protocol.ProblemCode;
import counterfoil.protocol.Proof;
import counterfoil.protocol.RefreshRequest;
import counterfoil.protocol.SessionGrant;
import counterfoil.protocol.SessionRequest;
import counterfoil.protocol.TokenPair;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import okhttp3.Dispatcher;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okhttp3.sse.EventSource;
import okhttp3.sse.EventSourceListener;
import okhttp3.sse.EventSources;
import org.jspecify.annotations.Nullable;

/**
 * The server over HTTP. Each request carries a proof of possession (RFC 9449). A nonce that the
 * server asks for, and a time that it corrects, cost one more try each and nobody's session.
 */
public final class OkHttpRemote implements Remote {
  private static final int MOST_TRIES = 4;
  private static final int LONGEST_BODY = 16 << 20;
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration READ = Duration.ofSeconds(20);

  /** The server's stream is silent for 15 s at most. */
  private static final Duration LIVE_READ = Duration.ofSeconds(40);

  private static final Duration CLOCK_DRIFT = Duration.ofSeconds(2);

  private final HttpUrl base;
  private final OkHttpClient calls;
  private final EventSource.Factory streams;
  private final Surroundings around;
  private volatile @Nullable String nonce;

  /**
   * What this port is given by the program.
   *
   * @param clock the server's time as far as it is known
   * @param heard learns the server's time when it differs from {@code clock}
   * @param monotonic nanoseconds that only grow, for latency
   * @param ids makes the ids of proofs
   * @param client what this program says of itself; null where it was not built to be given away
   * @param streams runs the waiting of poke streams; a thread for each stream
   */
  public record Surroundings(
      InstantSource clock,
      Consumer<Instant> heard,
      LongSupplier monotonic,
      Supplier<String> ids,
      @Nullable ClientVersion client,
      ExecutorService streams) {}

  /** A port to the server at an address. */
  public OkHttpRemote(ServerAddress address, Surroundings around) {
    this.base = HttpUrl.get(address.text());
    this.around = around;
    OkHttpClient client =
        new OkHttpClient.Builder()
            .socketFactory(new PromptSockets())
            .dispatcher(new Dispatcher(around.streams()))
            .connectTimeout(CONNECT)
            .readTimeout(READ)
            .writeTimeout(READ)
            .retryOnConnectionFailure(true)
            .followRedirects(false)
            .followSslRedirects(false)
            .build();
    this.calls = client;
    this.streams = EventSources.createFactory(client.newBuilder().readTimeout(LIVE_READ).build());
  }

  @Override
  public RemoteReply<SessionGrant> signIn(SessionRequest request, DeviceKey key) {
    return call(
        new Shape("POST", url("sessions"), Bytes.of(request.bytes()), null, key),
        body -> SessionGrant.read(body.bytes()));
  }

  @Override
  public RemoteReply<TokenPair> refresh(String refreshToken, DeviceKey key) {
    Bytes body = Bytes.of(new RefreshRequest(refreshToken).bytes());
    return call(
        new Shape("POST", url("sessions/refresh"), body, null, key),
        answer -> TokenPair.read(answer.bytes()));
  }

  @Override
  public RemoteReply<Done> signOut(Access access) {
    return call(
        new Shape("DELETE", url("sessions/current"), null, access.accessToken(), access.key()),
        body -> new Done());
  }

  @Override
  public RemoteReply<Done> changePassword(
      @Nullable Access access, DeviceKey key, String user, PasswordChange change) {
    HttpUrl url = url("users").newBuilder().addPathSegment(user).addPathSegment("password").build();
    return call(
        new Shape(
            "PUT",
            url,
            Bytes.of(change.bytes()),
            access == null ? null : access.accessToken(),
            key),
        body -> new Done());
  }

  @Override
  public RemoteReply<FeedPage> changes(Access access, @Nullable String after, int limit) {
    HttpUrl.Builder url = url("changes").newBuilder();
    url.addQueryParameter("limit", Integer.toString(limit));
    if (after != null) {
      url.addQueryParameter("after", after);
    }
    return call(
        new Shape("GET", url.build(), null, access.accessToken(), access.key()),
        body -> page(body));
  }

  private static FeedPage page(ResponseBody body) throws IOException, ChangeReader.CutPage {
    ChangeReader reader = new ChangeReader(body.byteStream());
    List<ChangeLine> lines = new ArrayList<>();
    for (Optional<ChangeLine> next = reader.next(); next.isPresent(); next = reader.next()) {
      lines.add(next.get());
    }
    return new FeedPage(lines, reader.end().cursor(), reader.end().more(), reader.end().left());
  }

  @Override
  public RemoteReply<List<CommandResult>> push(Access access, byte[] body) {
    return call(
        new Shape("POST", url("commands"), Bytes.of(body), access.accessToken(), access.key()),
        answer -> CommandResult.readAll(answer.bytes()));
  }

  @Override
  public Stream live(Access access, PokeListener listener) {
    Shape shape = new Shape("GET", url("changes/live"), null, access.accessToken(), access.key());
    Request request = request(shape).newBuilder().header("Accept", "text/event-stream").build();
    EventSource source = streams.newEventSource(request, new Pokes(listener));
    return source::cancel;
  }

  private HttpUrl url(String path) {
    return base.newBuilder().addPathSegment("v1").addPathSegments(path).build();
  }

  private record Shape(
      String method, HttpUrl url, @Nullable Bytes body, @Nullable String token, DeviceKey key) {}

  @FunctionalInterface
  private interface Reader<T> {
    T read(ResponseBody body)
        throws IOException, MalformedJson, InvalidContent, ChangeReader.CutPage;
  }

  private <T> RemoteReply<T> call(Shape shape, Reader<T> reader) {
    long start = around.monotonic().getAsLong();
    RemoteFailure failure = FailureReader.garbled();
    for (int tries = 0; tries < MOST_TRIES; tries++) {
      Request request = request(shape);
      String used = nonce;
      try (Response response = calls.newCall(request).execute()) {
        learn(response);
        Instant serverTime = date(response).orElseGet(around.clock()::instant);
        if (response.isSuccessful()) {
          T value = reader.read(response.body());
          long nanos = around.monotonic().getAsLong() - start;
          return new RemoteReply.Got<>(value, serverTime, Duration.ofNanos(nanos));
        }
        Optional<Problem> problem = FailureReader.problem(shortBody(response));
        if (!oneMoreTry(response, problem, used)) {
          return new RemoteReply.Failed<>(
              FailureReader.of(response.code(), problem, retryAfter(response)));
        }
        failure = new RemoteFailure.Retry(Optional.empty());
      } catch (MalformedJson | InvalidContent | ChangeReader.CutPage _) {
        return new RemoteReply.Failed<>(FailureReader.garbled());
      } catch (IOException e) {
        return new RemoteReply.Failed<>(FailureReader.of(e));
      }
    }
    return new RemoteReply.Failed<>(failure);
  }

  /** Whether the proof alone was at fault, and another would be taken. */
  private boolean oneMoreTry(Response response, Optional<Problem> problem, @Nullable String used) {
    if (response.code() != 401 || problem.isEmpty()) {
      return false;
    }
    Optional<ProblemCode> code = problem.get().known();
    if (code.equals(Optional.of(ProblemCode.USE_DPOP_NONCE))) {
      return nonce != null && !nonce.equals(used);
    }
    if (code.equals(Optional.of(ProblemCode.PROOF_TIME))) {
      problem.get().time("server_time").ifPresent(around.heard());
      return true;
    }
    return code.equals(Optional.of(ProblemCode.PROOF_REPLAYED));
  }

  private void learn(Response response) {
    String next = response.header("DPoP-Nonce");
    if (next != null) {
      nonce = next;
    }
    date(response)
        .filter(
            time ->
                Duration.between(around.clock().instant(), time).abs().compareTo(CLOCK_DRIFT) > 0)
        .ifPresent(around.heard());
  }

  private static Optional<Instant> date(Response response) {
    return Optional.ofNullable(response.headers().getInstant("Date"));
  }

  private Request request(Shape shape) {
    Bytes content = shape.body();
    RequestBody body =
        content == null
            ? null
            : RequestBody.create(content.toArray(), MediaType.get("application/json"));
    String proof =
        Proof.make(
            shape.key().privateKey(),
            shape.key().publicKey(),
            new Proof.Subject(
                shape.method(),
                shape.url().toString(),
                around.clock().instant(),
                around.ids().get(),
                shape.token(),
                nonce));
    Request.Builder request =
        new Request.Builder().url(shape.url()).method(shape.method(), body).header("DPoP", proof);
    if (around.client() != null) {
      request.header(ClientVersion.HEADER, around.client().text());
    }
    if (shape.token() != null) {
      request.header("Authorization", "DPoP " + shape.token());
    }
    return request.build();
  }

  private static byte[] shortBody(Response response) throws IOException {
    return response.peekBody(LONGEST_BODY).bytes();
  }

  private static Optional<Duration> retryAfter(Response response) {
    String value = response.header("Retry-After");
    if (value == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(Duration.ofSeconds(Math.clamp(Long.parseLong(value), 0L, 3600L)));
    } catch (NumberFormatException _) {
      Instant until = response.headers().getInstant("Retry-After");
      Optional<Instant> now = date(response);
      return until == null || now.isEmpty()
          ? Optional.empty()
          : Optional.of(Duration.between(now.get(), until)).filter(d -> !d.isNegative());
    }
  }

  private final class Pokes extends EventSourceListener {
    private final PokeListener listener;
    private volatile boolean opened;

    Pokes(PokeListener listener) {
      this.listener = listener;
    }

    @Override
    public void onOpen(EventSource source, Response response) {
      opened = true;
      learn(response);
      listener.opened();
    }

    @Override
    public void onEvent(
        EventSource source, @Nullable String id, @Nullable String type, String data) {
      if ("poke".equals(type)) {
        listener.poked();
      }
    }

    @Override
    public void onClosed(EventSource source) {
      listener.closed();
    }

    @Override
    public void onFailure(
        EventSource source, @Nullable Throwable error, @Nullable Response response) {
      // A stream that breaks comes with the head it began with, whose time is long past.
      if (response != null && !opened) {
        learn(response);
      }
      listener.closed();
    }
  }
}

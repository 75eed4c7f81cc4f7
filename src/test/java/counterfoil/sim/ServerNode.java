package counterfoil.sim;

import counterfoil.protocol.Bytes;
import counterfoil.protocol.ChangeLine;
import counterfoil.protocol.ChangeWriter;
import counterfoil.protocol.CommandBatch;
import counterfoil.protocol.CommandResult;
import counterfoil.protocol.InvalidContent;
import counterfoil.protocol.MalformedJson;
import counterfoil.protocol.Problem;
import counterfoil.protocol.ProblemCode;
import counterfoil.protocol.RefreshRequest;
import counterfoil.protocol.SessionRequest;
import counterfoil.server.store.Store;
import counterfoil.server.work.Answer;
import counterfoil.server.work.Caller;
import counterfoil.server.work.ChangePage;
import counterfoil.server.work.ServerWork;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The real use cases over the real store, behind the bytes that the routes take and give. It has no
 * thread: a request is taken, the writer's step commits what was taken, then the answers are there.
 */
final class ServerNode implements AutoCloseable {
  private final Path folder;
  private final VirtualTime time;
  private final MortalRandom random;
  private Store store;
  private ServerWork work;

  ServerNode(Path folder, VirtualTime time, long seed) throws Exception {
    this.folder = folder;
    this.time = time;
    this.random = new MortalRandom(seed, () -> true);
    start();
  }

  private void start() throws Exception {
    store = Store.embedded(folder, random);
    work = ServerWork.open(store, Template.around(time, random));
  }

  /** What was taken and not committed is gone; nobody is told. */
  void crash() {
    try {
      store.close();
      start();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Commits what was taken and dies in the middle of it, if it comes to so many draws.
   *
   * @return whether it died before the commit
   */
  boolean dieInCommit(int draws) {
    random.dieAfter(draws);
    boolean died = false;
    try {
      work.step();
    } catch (Crash _) {
      died = true;
    }
    random.live();
    return died;
  }

  ServerWork work() {
    return work;
  }

  void step() {
    work.step();
  }

  /**
   * A request as it travels.
   *
   * @param route which
   * @param token the access token; empty without one
   * @param thumbprint of the key that signs the proof
   * @param body the body
   * @param after the feed's cursor, or null
   * @param limit most rows of a page
   */
  record Request(
      Route route,
      String token,
      String thumbprint,
      Bytes body,
      @Nullable String after,
      int limit) {}

  /** Where a request goes. */
  enum Route {
    SIGN_IN,
    REFRESH,
    SIGN_OUT,
    CHANGES,
    COMMANDS
  }

  /** An answer as it travels. */
  record Reply(int status, Bytes body) {}

  /** Takes a request; the answer can be had after the next step, null when it is lost for ever. */
  Supplier<@Nullable Reply> take(Request request) {
    try {
      return switch (request.route()) {
        case SIGN_IN ->
            now(
                reply(
                    work.sessions().signIn(SessionRequest.read(request.body().toArray()), "::1"),
                    grant -> grant.bytes()));
        case REFRESH ->
            now(
                reply(
                    work.sessions()
                        .refresh(
                            RefreshRequest.read(request.body().toArray()).refreshToken(),
                            request.thumbprint()),
                    pair -> pair.bytes()));
        case SIGN_OUT, CHANGES, COMMANDS -> proved(request);
      };
    } catch (MalformedJson e) {
      return now(problem(Problem.of(e)));
    } catch (InvalidContent e) {
      return now(problem(Problem.of(e)));
    }
  }

  private Supplier<@Nullable Reply> proved(Request request) {
    return switch (work.sessions().caller(request.token(), request.thumbprint())) {
      case Answer.Refused<Caller>(Problem problem) -> now(problem(problem));
      case Answer.Done<Caller>(Caller caller) -> route(request, caller);
    };
  }

  private Supplier<@Nullable Reply> route(Request request, Caller caller) {
    return switch (request.route()) {
      case SIGN_OUT -> {
        work.sessions().signOut(caller);
        yield now(new Reply(204, Bytes.of(new byte[0])));
      }
      case CHANGES ->
          now(
              reply(
                  work.changes().page(caller, request.after(), request.limit()), ServerNode::page));
      case COMMANDS ->
          switch (CommandBatch.read(request.body().toArray())) {
            case CommandBatch.Refused(Problem problem) -> now(problem(problem));
            case CommandBatch.Read(CommandBatch batch) -> submit(caller, batch);
          };
      case SIGN_IN, REFRESH -> throw new IllegalArgumentException("needs no token");
    };
  }

  private Supplier<@Nullable Reply> submit(Caller caller, CommandBatch batch) {
    CompletableFuture<Answer<List<CommandResult>>> answer = work.commands().submit(caller, batch);
    return () -> {
      Answer<List<CommandResult>> got = answer.getNow(null);
      return got == null ? null : reply(got, CommandResult::write);
    };
  }

  private static Supplier<@Nullable Reply> now(Reply reply) {
    return () -> reply;
  }

  private static <T> Reply reply(Answer<T> answer, Function<T, byte[]> body) {
    return switch (answer) {
      case Answer.Done<T>(T value) -> new Reply(200, Bytes.of(body.apply(value)));
      case Answer.Refused<T>(Problem problem) -> problem(problem);
    };
  }

  private static Reply problem(Problem problem) {
    int status = problem.known().map(ProblemCode::status).orElse(500);
    return new Reply(status, Bytes.of(problem.bytes()));
  }

  static byte[] page(ChangePage page) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ChangeWriter writer = new ChangeWriter(out);
    try {
      for (ChangeLine line : page.lines()) {
        writer.write(line);
      }
      writer.end(page.cursor(), page.more(), page.left());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return out.toByteArray();
  }

  @Override
  public void close() {
    store.close();
  }
}

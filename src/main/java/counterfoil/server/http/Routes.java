package counterfoil.server.http;

import counterfoil.protocol.Bytes;
import counterfoil.protocol.ChangeLine;
import counterfoil.protocol.ChangeWriter;
import counterfoil.protocol.ClientVersion;
import counterfoil.protocol.CommandBatch;
import counterfoil.protocol.CommandResult;
import counterfoil.protocol.Ed25519Key;
import counterfoil.protocol.ExternalSignature;
import counterfoil.protocol.InvalidContent;
import counterfoil.protocol.MalformedJson;
import counterfoil.protocol.PasswordChange;
import counterfoil.protocol.Problem;
import counterfoil.protocol.ProblemCode;
import counterfoil.protocol.Proof;
import counterfoil.protocol.RefreshRequest;
import counterfoil.protocol.ResetCodeGrant;
import counterfoil.protocol.SessionGrant;
import counterfoil.protocol.SessionRequest;
import counterfoil.protocol.TokenPair;
import counterfoil.server.work.Caller;
import counterfoil.server.work.ChangePage;
import counterfoil.server.work.ServerWork;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What each route does. */
final class Routes {
  static final int MOST_BODY = 1 << 20;
  static final int MOST_ATTACHMENT = 20 << 20;
  static final int MOST_CHANGES = 10_000;
  static final int USUAL_CHANGES = 5_000;

  private final ServerWork work;
  private final Gate gate;

  Routes(ServerWork work, Gate gate) {
    this.work = work;
    this.gate = gate;
  }

  Reply signIn(Call call) throws IOException, Refused {
    Proof proof = gate.proof(call);
    SessionRequest request = read(call, SessionRequest::read);
    if (!proof.key().equals(request.deviceKey())) {
      throw new Refused(
          Problem.of(ProblemCode.PROOF_INVALID).detail("the proof is not by device.public_key"));
    }
    return Reply.of(
            work.sessions().signIn(request, call.remoteAddress()),
            (SessionGrant grant) -> Reply.of(Reply.JSON, grant.bytes()))
        .with("Cache-Control", "no-store");
  }

  Reply refresh(Call call) throws IOException, Refused {
    Proof proof = gate.proof(call);
    RefreshRequest request = read(call, RefreshRequest::read);
    return Reply.of(
            work.sessions().refresh(request.refreshToken(), proof.key().thumbprint()),
            (TokenPair pair) -> Reply.of(Reply.JSON, pair.bytes()))
        .with("Cache-Control", "no-store");
  }

  Reply signOut(Call call) throws Refused {
    work.sessions().signOut(gate.caller(call));
    return Reply.empty();
  }

  Reply changes(Call call) throws Refused {
    Caller caller = gate.worker(call);
    return Reply.of(
        work.changes().page(caller, call.query("after").orElse(null), limit(call)), Routes::page);
  }

  private static int limit(Call call) throws Refused {
    Optional<String> limit = call.query("limit");
    if (limit.isEmpty()) {
      return USUAL_CHANGES;
    }
    String text = limit.get();
    int number = text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : 0;
    if (number < 1 || number > MOST_CHANGES) {
      throw new Refused(
          Problem.of(ProblemCode.INVALID_REQUEST)
              .detail("limit must be between 1 and " + MOST_CHANGES));
    }
    return number;
  }

  private static Reply page(ChangePage page) {
    return new Reply(
        200,
        Map.of("Content-Type", "application/x-ndjson", "Cache-Control", "no-store"),
        out -> write(page, out));
  }

  private static void write(ChangePage page, OutputStream out) throws IOException {
    BufferedOutputStream buffered = new BufferedOutputStream(out, 1 << 16);
    ChangeWriter writer = new ChangeWriter(buffered);
    for (ChangeLine line : page.lines()) {
      writer.write(line);
    }
    writer.end(page.cursor(), page.more(), page.left());
    buffered.flush();
  }

  Reply commands(Call call) throws IOException, Refused {
    Caller caller = gate.sender(call);
    return switch (CommandBatch.read(call.json(MOST_BODY))) {
      case CommandBatch.Refused(Problem problem) -> Reply.of(problem);
      case CommandBatch.Read(CommandBatch batch) ->
          Reply.of(
              work.commands().take(caller, batch, client(call)),
              (List<CommandResult> results) -> Reply.of(Reply.JSON, CommandResult.write(results)));
    };
  }

  private static @Nullable ClientVersion client(Call call) {
    return call.header(ClientVersion.HEADER).flatMap(ClientVersion::read).orElse(null);
  }

  Reply putAttachment(Call call) throws IOException, Refused {
    Caller caller = gate.worker(call);
    byte[] body = call.body(MOST_ATTACHMENT);
    return Reply.of(
        work.attachments().put(caller, call.part("sha256"), call.mediaType(), Bytes.of(body)),
        _ -> Reply.empty());
  }

  Reply getAttachment(Call call) throws Refused {
    Caller caller = gate.worker(call);
    return Reply.of(
        work.attachments().get(caller, call.part("sha256")),
        stored ->
            Reply.of(stored.mediaType(), stored.content().toArray())
                .with("Cache-Control", "private, no-store")
                .with("Content-Disposition", "attachment")
                .with("X-Content-Type-Options", "nosniff"));
  }

  Reply external(Call call) throws IOException, Refused {
    Optional<ExternalSignature> signature =
        call.header(ExternalSignature.HEADER).flatMap(ExternalSignature::read);
    byte[] body = call.json(MOST_BODY);
    if (signature.isEmpty()) {
      throw new Refused(
          Problem.of(ProblemCode.SIGNATURE_INVALID)
              .detail(ExternalSignature.HEADER + ": t=…,k=…,v1=… is missing or cannot be read"));
    }
    ExternalSignature given = signature.get();
    return Reply.of(
        work.external().take(given.keyId(), given.at().getEpochSecond(), given.mac(), body),
        (CommandResult result) ->
            Reply.of(Reply.JSON, result.text().getBytes(StandardCharsets.UTF_8)));
  }

  Reply changePassword(Call call) throws IOException, Refused {
    boolean signedIn = call.header("Authorization").isPresent();
    Caller caller = signedIn ? gate.caller(call) : null;
    Ed25519Key key = caller == null ? gate.proof(call).key() : caller.deviceKey();
    PasswordChange change = read(call, PasswordChange::read);
    return Reply.of(
        work.passwords().change(caller, key.thumbprint(), call.part("id"), change),
        _ -> Reply.empty());
  }

  Reply resetCode(Call call) throws Refused {
    Caller caller = gate.worker(call);
    return Reply.of(
            work.passwords().resetCode(caller, call.part("id")),
            (ResetCodeGrant grant) -> Reply.of(Reply.JSON, grant.bytes()))
        .with("Cache-Control", "no-store");
  }

  Reply holds(Call call) {
    return work.sessions().holds(call.part("id"))
        ? health("here")
        : Reply.of(Problem.of(ProblemCode.NOT_FOUND));
  }

  Reply ready() {
    return work.ready() ? health("ready") : Reply.of(Problem.of(ProblemCode.STORE_UNAVAILABLE));
  }

  static Reply live() {
    return health("live");
  }

  private static Reply health(String state) {
    return Reply.of(
        Reply.JSON, ("{\"status\":\"" + state + "\"}").getBytes(StandardCharsets.UTF_8));
  }

  private static <T> T read(Call call, Reader<T> reader) throws IOException, Refused {
    try {
      return reader.read(call.json(MOST_BODY));
    } catch (MalformedJson e) {
      throw new Refused(Problem.of(e));
    } catch (InvalidContent e) {
      throw new Refused(Problem.of(e));
    }
  }

  /** Reads a body. */
  private interface Reader<T> {
    T read(byte[] body) throws MalformedJson, InvalidContent;
  }
}

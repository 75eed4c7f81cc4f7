package counterfoil.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import counterfoil.domain.voucher.Redemption;
import counterfoil.domain.voucher.Take;
import counterfoil.fixture.ApiClient;
import counterfoil.fixture.Contract;
import counterfoil.fixture.RunningServer;
import counterfoil.fixture.Stores;
import counterfoil.protocol.Bytes;
import counterfoil.protocol.ChangeLine;
import counterfoil.protocol.ChangeReader;
import counterfoil.protocol.CommandResult;
import counterfoil.protocol.PageEnd;
import counterfoil.protocol.Payload;
import counterfoil.protocol.RedeemVoucher;
import counterfoil.server.work.SampleBusiness;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A device at a server, with the contract at hand to judge each answer. */
final class Desk implements AutoCloseable {
  static final Contract CONTRACT = Contract.read();

  final RunningServer server;
  final ApiClient client;

  Desk(RunningServer server) {
    this.server = server;
    this.client = new ApiClient(server.address(), server.clock());
  }

  /** A new device at the server that tests share. */
  static Desk at(Stores.Kind kind) {
    return new Desk(RunningServer.shared(kind));
  }

  /** The same with somebody signed in. */
  static Desk at(Stores.Kind kind, String username) throws Exception {
    Desk desk = at(kind);
    desk.signIn(username);
    return desk;
  }

  Desk signIn(String username) throws Exception {
    client.signIn(server.account(username));
    return this;
  }

  /** Another device at the same server, with somebody signed in. */
  Desk beside(String username) throws Exception {
    return new Desk(server).signIn(username);
  }

  String token() {
    return Objects.requireNonNull(client.token());
  }

  RedeemVoucher redeem(SampleBusiness.Code code) {
    return redeem(code, Redemption.Mode.ONLINE);
  }

  RedeemVoucher redeem(SampleBusiness.Code code, Redemption.Mode mode) {
    return new RedeemVoucher(
        code.code(),
        new Take.Uses(1),
        Objects.requireNonNull(code.store()),
        server.clock().instant(),
        mode,
        null);
  }

  /** Sends one act, which must be answered, and says what came of it. */
  CommandResult act(@Nullable String target, Payload payload) throws Exception {
    return only(client.act(target, payload));
  }

  /** Sends commands that end at the head of the chain. */
  HttpResponse<byte[]> send(Bytes... canonical) throws Exception {
    return client.post("/v1/commands", client.batch(Arrays.asList(canonical)), token());
  }

  static CommandResult only(HttpResponse<byte[]> answer) throws Exception {
    return results(answer).getFirst();
  }

  static List<CommandResult> results(HttpResponse<byte[]> answer) throws Exception {
    CONTRACT.check("post", "/v1/commands", answer);
    assertThat(answer.statusCode()).as(text(answer)).isEqualTo(200);
    return CommandResult.readAll(answer.body());
  }

  /** {@code applied}, or the code of the refusal. */
  static String outcome(CommandResult result) {
    return result.outcome() instanceof CommandResult.Refused(var problem)
        ? problem.code()
        : "applied";
  }

  static List<String> outcomes(HttpResponse<byte[]> answer) throws Exception {
    return results(answer).stream().map(Desk::outcome).toList();
  }

  /** Asserts that an answer is this problem, as the contract describes it. */
  static JsonNode refused(HttpResponse<byte[]> answer, int status, String code) {
    assertThat(answer.statusCode() + " " + text(answer)).startsWith(status + " ").contains(code);
    JsonNode problem = CONTRACT.problem(answer);
    assertThat(problem.path("code").asText()).isEqualTo(code);
    return problem;
  }

  static String text(HttpResponse<byte[]> answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }

  /** A page of the feed. */
  record Page(List<ChangeLine> lines, PageEnd end) {
    List<String> ids(String collection) {
      return lines.stream()
          .filter(line -> line.collection().equals(collection))
          .map(ChangeLine::id)
          .toList();
    }
  }

  /** Pulls one page. */
  Page page(String query) throws Exception {
    HttpResponse<byte[]> answer =
        CONTRACT.check("get", "/v1/changes", client.get("/v1/changes" + query));
    assertThat(answer.statusCode()).as(text(answer)).isEqualTo(200);
    ChangeReader reader = new ChangeReader(new ByteArrayInputStream(answer.body()));
    List<ChangeLine> lines = new ArrayList<>();
    for (var line = reader.next(); line.isPresent(); line = reader.next()) {
      lines.add(line.get());
    }
    return new Page(lines, reader.end());
  }

  /** Pulls from a cursor, or from the beginning, until there is no more. */
  Page pull(@Nullable String after, int limit) throws Exception {
    List<ChangeLine> lines = new ArrayList<>();
    String cursor = after;
    while (true) {
      Page page = page("?limit=" + limit + (cursor == null ? "" : "&after=" + cursor));
      lines.addAll(page.lines());
      cursor = page.end().cursor();
      if (!page.end().more()) {
        return new Page(lines, page.end());
      }
    }
  }

  /** The cursor of somebody who knows all there is. */
  String cursor() throws Exception {
    return pull(null, 5000).end().cursor();
  }

  /** A request with a given proof. */
  HttpResponse<byte[]> get(String path, String proof, String token) throws Exception {
    return client.raw("GET", path, null, Map.of("DPoP", proof, "Authorization", "DPoP " + token));
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    client.close();
  }
}

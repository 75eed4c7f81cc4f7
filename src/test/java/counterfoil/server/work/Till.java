package counterfoil.server.work;

import counterfoil.domain.money.Money;
import counterfoil.domain.voucher.Redemption;
import counterfoil.domain.voucher.Take;
import counterfoil.protocol.Bytes;
import counterfoil.protocol.Chain;
import counterfoil.protocol.ChainHead;
import counterfoil.protocol.Command;
import counterfoil.protocol.CommandBatch;
import counterfoil.protocol.CommandResult;
import counterfoil.protocol.Ed25519Key;
import counterfoil.protocol.Payload;
import counterfoil.protocol.RedeemVoucher;
import counterfoil.protocol.SentCommand;
import counterfoil.protocol.SessionGrant;
import counterfoil.protocol.SessionRequest;
import counterfoil.protocol.UndoRedemption;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A device of a test: a key, a chain, somebody signed in. */
final class Till {
  private final ServerWork work;
  private final String id;
  private final KeyPair keys;
  private final List<SentCommand> sent = new ArrayList<>();
  private SessionGrant grant;
  private Caller caller;

  private Till(ServerWork work, String id, KeyPair keys, SessionGrant grant, Caller caller) {
    this.work = work;
    this.id = id;
    this.keys = keys;
    this.grant = grant;
    this.caller = caller;
  }

  static Till open(ServerWork work, String username) {
    try {
      KeyPair keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
      return open(work, username, UUID.randomUUID().toString(), keys);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static Till open(ServerWork work, String username, String id, KeyPair keys) {
    SessionGrant grant =
        done(work.sessions().signIn(request(username, username + "-sample", id, keys), "::1"));
    return new Till(work, id, keys, grant, caller(work, grant, keys));
  }

  static SessionRequest request(String username, String password, String id, KeyPair keys) {
    return new SessionRequest(
        SampleBusiness.TENANT, username, password, id, "till", Ed25519Key.of(keys.getPublic()));
  }

  private static Caller caller(ServerWork work, SessionGrant grant, KeyPair keys) {
    return done(
        work.sessions()
            .caller(grant.tokens().accessToken(), Ed25519Key.of(keys.getPublic()).thumbprint()));
  }

  /** The same machine, copied: key, chain and session. */
  Till copy() {
    Till copy = new Till(work, id, keys, grant, caller);
    copy.sent.addAll(sent);
    return copy;
  }

  /** The same device at another server over the same data. */
  Till at(ServerWork other) {
    Till moved = new Till(other, id, keys, grant, caller);
    moved.sent.addAll(sent);
    return moved;
  }

  static <T> T done(Answer<T> answer) {
    return switch (answer) {
      case Answer.Done<T>(T value) -> value;
      case Answer.Refused<T>(var problem) -> throw new AssertionError(problem.code());
    };
  }

  static String code(Answer<?> answer) {
    return answer instanceof Answer.Refused<?>(var problem) ? problem.code() : "done";
  }

  static String code(CommandResult result) {
    return result.outcome() instanceof CommandResult.Refused(var problem)
        ? problem.code()
        : "applied";
  }

  Caller caller() {
    return caller;
  }

  KeyPair keys() {
    return keys;
  }

  String id() {
    return id;
  }

  SessionGrant grant() {
    return grant;
  }

  String store() {
    return caller.actor().stores().stream().sorted().findFirst().orElseThrow();
  }

  /** Makes the next command of the chain. */
  SentCommand next(Payload payload, @Nullable String target, Instant at) {
    return next(UUID.randomUUID().toString(), payload, target, at);
  }

  SentCommand next(String commandId, Payload payload, @Nullable String target, Instant at) {
    byte[] salt = new byte[16];
    SentCommand command =
        new Command(commandId, target, null, at, sent.size() + 1L, null, Bytes.of(salt), payload)
            .sealed();
    sent.add(command);
    return command;
  }

  SentCommand redeem(String code, Instant at) {
    return redeem(code, at, Redemption.Mode.ONLINE);
  }

  SentCommand redeem(String code, Instant at, Redemption.Mode mode) {
    return next(new RedeemVoucher(code, new Take.Uses(1), store(), at, mode, null), null, at);
  }

  SentCommand spend(String code, long fen, Instant at) {
    return next(
        new RedeemVoucher(
            code, new Take.Amount(Money.fen(fen)), store(), at, Redemption.Mode.ONLINE, null),
        null,
        at);
  }

  SentCommand undo(String redemption, Instant at) {
    return next(new UndoRedemption(redemption, null), null, at);
  }

  Bytes hash(int count) {
    byte[] hash = Chain.start(id);
    for (int i = 0; i < count; i++) {
      hash = Chain.next(hash, sent.get(i).canonical().toArray());
    }
    return Bytes.of(hash);
  }

  /** The batch of the commands from one place, from 1, to the end. */
  CommandBatch batch(int from) {
    Bytes hash = hash(sent.size());
    Bytes signature =
        Ed25519Key.sign(keys.getPrivate(), Chain.signed(id, sent.size(), hash.toArray()));
    return new CommandBatch(
        sent.subList(from - 1, sent.size()), new ChainHead(sent.size(), hash, signature));
  }

  Answer<List<CommandResult>> send(int from) {
    return work.commands().take(caller, batch(from));
  }

  CommandResult sendLast() {
    return done(send(sent.size())).getLast();
  }
}

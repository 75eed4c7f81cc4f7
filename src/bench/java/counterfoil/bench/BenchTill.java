package counterfoil.bench;

import counterfoil.domain.voucher.Redemption;
import counterfoil.domain.voucher.Take;
import counterfoil.protocol.Bytes;
import counterfoil.protocol.Chain;
import counterfoil.protocol.ChainHead;
import counterfoil.protocol.Command;
import counterfoil.protocol.CommandBatch;
import counterfoil.protocol.Ed25519Key;
import counterfoil.protocol.Proof;
import counterfoil.protocol.RedeemVoucher;
import counterfoil.protocol.SentCommand;
import counterfoil.protocol.SessionGrant;
import counterfoil.protocol.SessionRequest;
import counterfoil.server.work.Answer;
import counterfoil.server.work.Caller;
import counterfoil.server.work.SampleBusiness;
import counterfoil.server.work.ServerWork;
import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A device that makes its requests ahead of time, byte for byte as a client sends them. */
final class BenchTill {
  private static final String PATH = "/v1/commands";

  private final String id = BenchIds.next();
  private final KeyPair keys;
  private final SessionGrant grant;
  private long seq;
  private byte[] hash = Chain.start(id);

  BenchTill(ServerWork work, SampleBusiness.Account account) throws GeneralSecurityException {
    keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    SessionRequest request =
        new SessionRequest(
            SampleBusiness.TENANT, account.username(), account.password(), id, "bench", key());
    Answer<SessionGrant> answer = work.sessions().signIn(request, "::1");
    if (!(answer instanceof Answer.Done<SessionGrant>(SessionGrant done))) {
      throw new IllegalStateException("not signed in");
    }
    grant = done;
  }

  private Ed25519Key key() {
    return Ed25519Key.of(keys.getPublic());
  }

  /** As whom the server knows it. */
  Caller caller(ServerWork work) {
    Answer<Caller> answer =
        work.sessions().caller(grant.tokens().accessToken(), key().thumbprint());
    if (!(answer instanceof Answer.Done<Caller>(Caller done))) {
      throw new IllegalStateException("not let in");
    }
    return done;
  }

  /** The body that redeems a code next in the chain. */
  byte[] redeem(SampleBusiness.Code code) {
    SentCommand command = command(code);
    hash = Chain.next(hash, command.canonical().toArray());
    seq++;
    return body(command, seq, hash);
  }

  /** The same, for a server that takes no place in the chain for it. */
  byte[] redeemInVain(SampleBusiness.Code code) {
    SentCommand command = command(code);
    return body(command, seq + 1, Chain.next(hash, command.canonical().toArray()));
  }

  private SentCommand command(SampleBusiness.Code code) {
    if (code.store() == null) {
      throw new IllegalArgumentException("a code of no store");
    }
    Instant now = Instant.ofEpochMilli(Instant.now().toEpochMilli());
    RedeemVoucher redeem =
        new RedeemVoucher(
            code.code(), new Take.Uses(1), code.store(), now, Redemption.Mode.ONLINE, null);
    return new Command(
            BenchIds.next(), null, null, now, seq + 1, null, Bytes.of(new byte[16]), redeem)
        .sealed();
  }

  private byte[] body(SentCommand command, long place, byte[] at) {
    Bytes signature = Ed25519Key.sign(keys.getPrivate(), Chain.signed(id, place, at));
    return CommandBatch.write(
        List.of(command.canonical()), new ChainHead(place, Bytes.of(at), signature));
  }

  /** A request with a fresh proof around a body. */
  byte[] request(RawConnection line, URI server, String nonce, byte[] body) {
    String token = grant.tokens().accessToken();
    String proof =
        Proof.make(
            keys.getPrivate(),
            key(),
            new Proof.Subject(
                "POST",
                server.resolve(PATH).toString(),
                Instant.now(),
                BenchIds.next(),
                token,
                nonce));
    return line.request(
        "POST", PATH, Map.of("DPoP", proof, "Authorization", "DPoP " + token), body);
  }

  /** The nonce that a server asks for. */
  static String nonce(RawConnection line) throws IOException {
    String nonce =
        line.send(line.request("POST", PATH, Map.of(), new byte[] {'{', '}'}))
            .headers()
            .get("dpop-nonce");
    if (nonce == null) {
      throw new IllegalStateException("no nonce");
    }
    return nonce;
  }
}

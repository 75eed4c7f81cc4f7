package counterfoil.server.http;

import counterfoil.protocol.Bytes;
import counterfoil.protocol.Problem;
import counterfoil.protocol.ProblemCode;
import counterfoil.protocol.Proof;
import counterfoil.server.work.Answer;
import counterfoil.server.work.Caller;
import counterfoil.server.work.Sessions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Lets in who proves who they are: a fresh proof (RFC 9449) by the device's key, and with it a
 * token that is bound to that key.
 */
final class Gate {
  /** How far a proof's clock may be off the server's, either way. */
  static final Duration CLOCK = Duration.ofSeconds(60);

  private static final int MOST_PROOFS = 500_000;
  private static final String SCHEME = "dpop ";

  private final Sessions sessions;
  private final InstantSource clock;
  private final Nonces nonces;
  private final ProofsSeen seen;

  Gate(Sessions sessions, InstantSource clock, SecureRandom random) {
    this.sessions = sessions;
    this.clock = clock;
    this.nonces = new Nonces(random);
    this.seen = new ProofsSeen(CLOCK.multipliedBy(2), MOST_PROOFS);
  }

  /** The nonce for the next proof. */
  String nonce() {
    return nonces.now(clock.instant());
  }

  /** The proof of a request that carries no token. */
  Proof proof(Call call) throws Refused {
    Proof proof = read(call);
    check(proof, call);
    return proof;
  }

  /** The caller of a request that carries a token, who may have to change the password first. */
  Caller caller(Call call) throws Refused {
    String token = token(call);
    Proof proof = read(call);
    Bytes hash = proof.tokenHash();
    if (hash == null || !hash.equals(Proof.tokenHash(token))) {
      throw refused(ProblemCode.PROOF_INVALID, "ath is not the hash of the token");
    }
    check(proof, call);
    return switch (sessions.caller(token, proof.key().thumbprint())) {
      case Answer.Done<Caller>(Caller caller) -> caller;
      case Answer.Refused<Caller>(Problem problem) -> throw new Refused(problem);
    };
  }

  /** The caller of a request that does something else than sign out or change a password. */
  Caller worker(Call call) throws Refused {
    Caller caller = sender(call);
    if (caller.deviceBlocked()) {
      throw refused(ProblemCode.DEVICE_BLOCKED, "this device was shut out");
    }
    return caller;
  }

  /**
   * The caller of a request that sends commands. What a blocked device still sends is kept as
   * evidence before it is refused, so it comes in here.
   */
  Caller sender(Call call) throws Refused {
    Caller caller = caller(call);
    if (caller.mustChangePassword()) {
      throw refused(ProblemCode.PASSWORD_MUST_CHANGE, "the password must be changed first");
    }
    return caller;
  }

  private static String token(Call call) throws Refused {
    Optional<String> header = call.header("Authorization");
    if (header.isEmpty()) {
      throw refused(ProblemCode.TOKEN_MISSING, "Authorization: DPoP … is missing");
    }
    String value = header.get();
    if (!value.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
      throw refused(ProblemCode.TOKEN_INVALID, "the scheme must be DPoP");
    }
    return value.substring(SCHEME.length()).strip();
  }

  private static Proof read(Call call) throws Refused {
    List<String> headers = call.headers("DPoP");
    if (headers.size() != 1) {
      throw refused(ProblemCode.PROOF_INVALID, "exactly one DPoP header is needed");
    }
    return Proof.read(headers.getFirst())
        .orElseThrow(() -> refused(ProblemCode.PROOF_INVALID, "the DPoP header is no proof"));
  }

  private void check(Proof proof, Call call) throws Refused {
    if (!proof.fits(call.method(), call.uri())) {
      throw refused(ProblemCode.PROOF_INVALID, "htm or htu is not this request's");
    }
    Instant now = clock.instant();
    String nonce = proof.nonce();
    if (nonce == null || !nonces.good(nonce, now)) {
      throw refused(ProblemCode.USE_DPOP_NONCE, "use the nonce in the header DPoP-Nonce");
    }
    if (Duration.between(proof.issuedAt(), now).abs().compareTo(CLOCK) > 0) {
      throw new Refused(
          Problem.of(ProblemCode.PROOF_TIME)
              .detail("iat is more than 60 seconds off the server's clock")
              .with("server_time", now));
    }
    switch (seen.see(proof.key().thumbprint(), proof.id(), now)) {
      case NEW -> {}
      case REPLAYED -> throw refused(ProblemCode.PROOF_REPLAYED, "jti was used before");
      case FULL ->
          throw new Refused(Problem.of(ProblemCode.BUSY).with("retry_after", CLOCK.toSeconds()));
    }
  }

  private static Refused refused(ProblemCode code, String detail) {
    return new Refused(Problem.of(code).detail(detail));
  }
}

package counterfoil.server.work;

import counterfoil.domain.voucher.RedeemRequest;
import counterfoil.domain.voucher.Redemption;
import counterfoil.domain.voucher.VoucherCode;
import counterfoil.domain.voucher.VoucherRefusal;
import counterfoil.protocol.Bytes;
import counterfoil.protocol.CommandResult;
import counterfoil.protocol.ExternalRedemption;
import counterfoil.protocol.InvalidContent;
import counterfoil.protocol.MalformedJson;
import counterfoil.protocol.Problem;
import counterfoil.protocol.ProblemCode;
import counterfoil.protocol.Refusals;
import counterfoil.server.store.CaseTable.ExternalKey;
import counterfoil.server.store.CommandTable;
import counterfoil.server.store.Store;
import counterfoil.server.store.VoucherTable.VoucherRow;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;

/** Outside systems report what they redeemed (VO-3); they sign, nobody is signed in. */
public final class ExternalRedemptions {
  private static final Duration TOLERANCE = Duration.ofMinutes(5);
  private static final String TYPE = "external.redeem";

  private final Store store;
  private final InstantSource clock;
  private final Function<String, TenantWriter> writers;

  ExternalRedemptions(Store store, InstantSource clock, Function<String, TenantWriter> writers) {
    this.store = store;
    this.clock = clock;
    this.writers = writers;
  }

  /**
   * Takes a report.
   *
   * @param keyId the key that signed
   * @param signedAt the signature's time, in seconds since 1970
   * @param signature HMAC-SHA-256 over {@code t.body}
   * @param body the body as it came
   * @return the result, the first again for the same id; or {@code signature-invalid}, {@code
   *     malformed-json}, {@code invalid-request}
   */
  public Answer<CommandResult> take(String keyId, long signedAt, Bytes signature, byte[] body) {
    String tenant = store.read(tx -> tx.tenantOfExternalKey(keyId));
    ExternalKey key =
        tenant == null ? null : store.read(tx -> tx.of(tenant).cases().externalKey(keyId));
    Duration age = Duration.between(Instant.ofEpochSecond(signedAt), clock.instant()).abs();
    if (tenant == null
        || key == null
        || !key.active()
        || age.compareTo(TOLERANCE) > 0
        || !Digests.hmac(key.secret(), message(signedAt, body)).equals(signature)) {
      return new Answer.Refused<>(Problem.of(ProblemCode.SIGNATURE_INVALID));
    }
    try {
      ExternalRedemption report = ExternalRedemption.read(body);
      Bytes content = Digests.sha256(report.bytes());
      CommandResult kept = writers.apply(tenant).now(group -> decide(group, key, report, content));
      return new Answer.Done<>(new CommandResult(report.id(), kept.target(), kept.outcome()));
    } catch (MalformedJson e) {
      return new Answer.Refused<>(Problem.of(e));
    } catch (InvalidContent e) {
      return new Answer.Refused<>(Problem.of(e));
    }
  }

  private static byte[] message(long signedAt, byte[] body) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(body.length + 16);
    out.writeBytes((signedAt + ".").getBytes(StandardCharsets.US_ASCII));
    out.writeBytes(body);
    return out.toByteArray();
  }

  private static CommandResult decide(
      Group group, ExternalKey key, ExternalRedemption report, Bytes content) {
    // An outside system's ids are its own: another system may use the same.
    String id = Digests.id(key.party() + "\n" + report.id());
    CommandTable.Decided known = group.decided(id);
    if (known != null) {
      return known.contentHash().equals(content)
          ? Deciding.read(known.result())
          : CommandResult.refused(id, null, Problem.of(ProblemCode.COMMAND_ID_REUSED));
    }
    Act.Verdict verdict = verdict(group, key, report, id);
    CommandResult result =
        switch (verdict) {
          case Act.Applied(var target, var version, var codes, var before, var after) ->
              CommandResult.applied(id, target, version);
          case Act.Refused(var target, Problem problem) ->
              CommandResult.refused(id, target, problem);
        };
    boolean applied = result.outcome() instanceof CommandResult.Applied;
    group.decide(
        new CommandTable.Decided(id, content, TYPE, group.now(), applied, result.text(), false));
    group.audit(
        new Group.Decision(
            key.id(),
            "",
            TYPE,
            id,
            content.hex(),
            "",
            result.target() == null ? "" : result.target(),
            result.outcome() instanceof CommandResult.Refused(Problem problem)
                ? problem.code()
                : "applied",
            verdict instanceof Act.Applied done ? done.before() : "",
            verdict instanceof Act.Applied done ? done.after() : ""));
    return result;
  }

  private static Act.Verdict verdict(
      Group group, ExternalKey key, ExternalRedemption report, String id) {
    VoucherActs acts = new VoucherActs(group);
    Optional<VoucherCode> code = VoucherCode.of(report.code());
    VoucherRow row = code.map(acts::find).orElse(null);
    if (row == null) {
      return new Act.Refused(null, Refusals.problem(new VoucherRefusal.Unknown()));
    }
    RedeemRequest request =
        new RedeemRequest(
            id,
            report.take(),
            key.id(),
            key.id(),
            key.id(),
            report.redeemedAt(),
            Redemption.Mode.ONLINE);
    return acts.redeemedOutside(id, key.party(), row, request);
  }
}

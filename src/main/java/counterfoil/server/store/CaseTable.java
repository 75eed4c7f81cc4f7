package counterfoil.server.store;

import counterfoil.domain.money.Money;
import counterfoil.domain.voucher.RiskBudget;
import counterfoil.protocol.Bytes;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What stands beside vouchers: risk settings, evidence, keys of outside systems. */
public final class CaseTable {
  private final Sql sql;
  private final ServerKey key;
  private final String tenant;

  CaseTable(Sql sql, ServerKey key, String tenant) {
    this.sql = sql;
    this.key = key;
    this.tenant = tenant;
  }

  /** Limits of a device, or with the tenant's id of every device without its own. */
  public record Risk(String device, RiskBudget budget, long version) {}

  /** Evidence that was handed in. */
  public record Attachment(String sha256, String mediaType, Bytes content) {}

  /** A key that an outside system signs with. */
  public record ExternalKey(String id, String party, Bytes secret, boolean active) {}

  /** The limits set for a device, or null. */
  public @Nullable Risk risk(String device) {
    return sql.one(
        "SELECT per_item, total, currency, number, offline_seconds, version FROM risk WHERE"
            + " tenant_id = ? AND device = ?",
        row ->
            new Risk(
                device,
                new RiskBudget(
                    new Money(row.number(1), row.text(3)),
                    new Money(row.number(2), row.text(3)),
                    Math.toIntExact(row.number(4)),
                    Duration.ofSeconds(row.number(5))),
                row.number(6)),
        tenant,
        device);
  }

  /** Sets limits. */
  public void put(Risk risk) {
    sql.run(
        "INSERT INTO risk (tenant_id, device, per_item, total, currency, number, offline_seconds,"
            + " version) VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (tenant_id, device) DO UPDATE"
            + " SET per_item = excluded.per_item, total = excluded.total, currency ="
            + " excluded.currency, number = excluded.number, offline_seconds ="
            + " excluded.offline_seconds, version = excluded.version",
        tenant,
        risk.device(),
        risk.budget().perItem().amount(),
        risk.budget().sum().amount(),
        risk.budget().sum().currency(),
        risk.budget().number(),
        risk.budget().offline().toSeconds(),
        risk.version());
  }

  /** The evidence with a hash that a party handed in, or with null any party; or null. */
  public @Nullable Attachment attachment(String sha256, @Nullable String party) {
    return sql.one(
        "SELECT media_type, sealed FROM attachment WHERE tenant_id = ? AND sha256 = ? AND party ="
            + " COALESCE(?, party) ORDER BY party LIMIT 1",
        row ->
            new Attachment(
                sha256,
                row.text(1),
                Bytes.ofBase64Url(key.open("attachment", sha256, 1, row.text(2))).orElseThrow()),
        tenant,
        sha256,
        party);
  }

  /** Keeps evidence of a party; the same again changes nothing. */
  public void put(Attachment attachment, String party, Instant at) {
    sql.run(
        "INSERT INTO attachment (tenant_id, sha256, party, media_type, size, sealed, at) VALUES"
            + " (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (tenant_id, sha256, party) DO NOTHING",
        tenant,
        attachment.sha256(),
        party,
        attachment.mediaType(),
        attachment.content().size(),
        key.seal("attachment", attachment.sha256(), 1, attachment.content().base64Url()),
        at);
  }

  /** The key of an outside system, or null. */
  public @Nullable ExternalKey externalKey(String id) {
    return sql.one(
        "SELECT party, sealed, active FROM external_key WHERE tenant_id = ? AND id = ?",
        row ->
            new ExternalKey(
                id,
                row.text(1),
                Bytes.ofBase64Url(key.open("external_key", id, 1, row.text(2))).orElseThrow(),
                row.flag(3)),
        tenant,
        id);
  }

  /** Makes a key of an outside system worth nothing. */
  public void revokeExternalKey(String id) {
    sql.run("UPDATE external_key SET active = 0 WHERE tenant_id = ? AND id = ?", tenant, id);
  }

  /** Adds a key of an outside system. */
  public void put(ExternalKey external) {
    sql.run(
        "INSERT INTO external_key (tenant_id, id, party, sealed, active) VALUES (?, ?, ?, ?, ?)",
        tenant,
        external.id(),
        external.party(),
        key.seal("external_key", external.id(), 1, external.secret().base64Url()),
        external.active());
  }
}

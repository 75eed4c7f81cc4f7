package counterfoil.server.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Families of tokens, and the count of failed sign-ins. Tokens themselves are never kept. */
public final class SessionTable {
  private static final String COLUMNS =
      "id, user_id, device_id, access_hash, access_until, refresh_hash, previous_hash, sealed_pair,"
          + " ends_at, revoked_at";

  private final Sql sql;
  private final ServerKey key;
  private final String tenant;

  SessionTable(Sql sql, ServerKey key, String tenant) {
    this.sql = sql;
    this.key = key;
    this.tenant = tenant;
  }

  /**
   * A family of tokens.
   *
   * @param id the family
   * @param user who signed in
   * @param device where
   * @param accessHash SHA-256 of the access token, hex
   * @param accessUntil when it expires
   * @param refreshHash SHA-256 of the refresh token, hex
   * @param previousHash that of the refresh token before, while it still gives the same pair
   * @param pair the pair as the caller's text until it is first used, sealed in the table
   * @param endsAt when the family ends, whatever is refreshed
   * @param revokedAt when it was revoked, or null
   */
  public record Family(
      String id,
      String user,
      String device,
      String accessHash,
      Instant accessUntil,
      String refreshHash,
      @Nullable String previousHash,
      @Nullable String pair,
      Instant endsAt,
      @Nullable Instant revokedAt) {
    /** Leaves the tokens out. */
    @Override
    public String toString() {
      return "Family[" + id + "]";
    }
  }

  /** How often somebody failed to sign in as a user from an address. */
  public record Failures(long count, Instant firstAt, @Nullable Instant lockedUntil) {}

  /** The family with an id, or null. */
  public @Nullable Family byId(String id) {
    return sql.one(
        "SELECT " + COLUMNS + " FROM session WHERE tenant_id = ? AND id = ?",
        row -> {
          String pair = row.textOrNull(8);
          return new Family(
              row.text(1),
              row.text(2),
              row.text(3),
              row.text(4),
              row.time(5),
              row.text(6),
              row.textOrNull(7),
              pair == null ? null : key.open("session", id, 1, pair),
              row.time(9),
              row.timeOrNull(10));
        },
        tenant,
        id);
  }

  /** The family, kept from other transactions until this one ends. */
  public @Nullable Family lock(String id) {
    int found =
        sql.run(
            "UPDATE session SET access_until = access_until + 0 WHERE tenant_id = ? AND id = ?",
            tenant,
            id);
    return found == 0 ? null : byId(id);
  }

  /** Writes a family whole. */
  public void put(Family family) {
    sql.run(
        "INSERT INTO session (tenant_id, "
            + COLUMNS
            + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (tenant_id, id) DO UPDATE SET"
            + " access_hash = excluded.access_hash, access_until = excluded.access_until,"
            + " refresh_hash = excluded.refresh_hash, previous_hash = excluded.previous_hash,"
            + " sealed_pair = excluded.sealed_pair, revoked_at = excluded.revoked_at",
        tenant,
        family.id(),
        family.user(),
        family.device(),
        family.accessHash(),
        family.accessUntil(),
        family.refreshHash(),
        family.previousHash(),
        family.pair() == null ? null : key.seal("session", family.id(), 1, family.pair()),
        family.endsAt(),
        family.revokedAt());
  }

  /** Revokes every family of a user, apart from one. */
  public void revokeOthers(String user, String except, Instant at) {
    sql.run(
        "UPDATE session SET revoked_at = ? WHERE tenant_id = ? AND user_id = ? AND id <> ? AND"
            + " revoked_at IS NULL",
        at,
        tenant,
        user,
        except);
  }

  /** Removes families that ended before an instant; nothing is decided by them any more. */
  public void forgetEnded(Instant before) {
    sql.run("DELETE FROM session WHERE tenant_id = ? AND ends_at < ?", tenant, before);
  }

  /** Removes failures that began before an instant and lock nobody out any more. */
  public void forgetFailures(Instant begunBefore, Instant now) {
    sql.run(
        "DELETE FROM login_failure WHERE tenant_id = ? AND first_at < ?"
            + " AND (locked_until IS NULL OR locked_until < ?)",
        tenant,
        begunBefore,
        now);
  }

  /** The failures of a user name from an address, or null. */
  public @Nullable Failures failures(String who, String address) {
    return sql.one(
        "SELECT failures, first_at, locked_until FROM login_failure WHERE tenant_id = ? AND who = ?"
            + " AND address = ?",
        row -> new Failures(row.number(1), row.time(2), row.timeOrNull(3)),
        tenant,
        who,
        address);
  }

  /** The failures of a user name from an address, kept from other transactions until this ends. */
  public Failures lockFailures(String who, String address, Instant now) {
    sql.run(
        "INSERT INTO login_failure (tenant_id, who, address, failures, first_at, locked_until)"
            + " VALUES (?, ?, ?, 0, ?, NULL) ON CONFLICT (tenant_id, who, address) DO UPDATE SET"
            + " failures = login_failure.failures + 0",
        tenant,
        who,
        address,
        now);
    Failures failures = failures(who, address);
    if (failures == null) {
      throw new IllegalStateException("a row that was just written is gone");
    }
    return failures;
  }

  /** Writes the failures of a user name from an address. */
  public void failures(String who, String address, Failures failures) {
    sql.run(
        "INSERT INTO login_failure (tenant_id, who, address, failures, first_at, locked_until)"
            + " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (tenant_id, who, address) DO UPDATE SET"
            + " failures = excluded.failures, first_at = excluded.first_at, locked_until ="
            + " excluded.locked_until",
        tenant,
        who,
        address,
        failures.count(),
        failures.firstAt(),
        failures.lockedUntil());
  }

  /** Forgets the failures of a user name from an address. */
  public void forgetFailures(String who, String address) {
    sql.run(
        "DELETE FROM login_failure WHERE tenant_id = ? AND who = ? AND address = ?",
        tenant,
        who,
        address);
  }
}

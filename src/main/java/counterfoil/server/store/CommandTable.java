package counterfoil.server.store;

import counterfoil.protocol.Bytes;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Commands: the idempotency key and the answer, for ever; the places of device chains; the sealed
 * bytes apart from both.
 */
public final class CommandTable {
  private final Sql sql;
  private final ServerKey key;
  private final String tenant;

  CommandTable(Sql sql, ServerKey key, String tenant) {
    this.sql = sql;
    this.key = key;
    this.tenant = tenant;
  }

  /**
   * A command that was decided.
   *
   * @param id its id
   * @param contentHash hash of what it says
   * @param type its type as sent
   * @param at when it was decided
   * @param applied whether it happened
   * @param result the answer
   * @param secret whether the answer holds a secret and is therefore sealed
   */
  public record Decided(
      String id,
      Bytes contentHash,
      String type,
      Instant at,
      boolean applied,
      String result,
      boolean secret) {}

  /**
   * A place in a device's chain.
   *
   * @param hash the chain's hash there
   * @param command the command that took it
   * @param result its answer where that is not the command's own, as when an id was used again
   */
  public record Place(Bytes hash, String command, @Nullable String result) {}

  /** The command with an id, or null. Sees what this transaction added only after a flush. */
  public @Nullable Decided byId(String id) {
    return sql.one(
        "SELECT id, content_hash, type, at, applied, result, result_sealed FROM command WHERE"
            + " tenant_id = ? AND id = ?",
        row ->
            new Decided(
                row.text(1),
                Bytes.ofHex(row.text(2)).orElseThrow(),
                row.text(3),
                row.time(4),
                row.flag(5),
                row.flag(7) ? key.open("command", row.text(1), 1, row.text(6)) : row.text(6),
                row.flag(7)),
        tenant,
        id);
  }

  /** Adds a decided command. */
  public void insert(Decided command) {
    sql.later(
        "INSERT INTO command (tenant_id, id, content_hash, type, at, applied, result,"
            + " result_sealed) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        tenant,
        command.id(),
        command.contentHash().hex(),
        command.type(),
        command.at(),
        command.applied(),
        command.secret()
            ? key.seal("command", command.id(), 1, command.result())
            : command.result(),
        command.secret());
  }

  /** Keeps a command's bytes, sealed. */
  public void keepBytes(String id, String device, Bytes canonical) {
    sql.later(
        "INSERT INTO command_bytes (tenant_id, id, device, sealed) VALUES (?, ?, ?, ?) ON CONFLICT"
            + " (tenant_id, id, device) DO NOTHING",
        tenant,
        id,
        device,
        key.seal("command_bytes", id + "/" + device, 1, canonical.base64Url()));
  }

  /** A command's kept bytes, or null. */
  public @Nullable Bytes bytes(String id, String device) {
    String sealed =
        sql.one(
            "SELECT sealed FROM command_bytes WHERE tenant_id = ? AND id = ? AND device = ?",
            row -> row.text(1),
            tenant,
            id,
            device);
    return sealed == null
        ? null
        : Bytes.ofBase64Url(key.open("command_bytes", id + "/" + device, 1, sealed)).orElseThrow();
  }

  /** Takes a place in a device's chain. */
  public void take(String device, long seq, Place place) {
    sql.later(
        "INSERT INTO chain_place (tenant_id, device, device_seq, chain_hash, command_id, result)"
            + " VALUES (?, ?, ?, ?, ?, ?)",
        tenant,
        device,
        seq,
        place.hash().hex(),
        place.command(),
        place.result());
  }

  /** The place in a device's chain, or null. */
  public @Nullable Place place(String device, long seq) {
    return sql.one(
        "SELECT chain_hash, command_id, result FROM chain_place WHERE tenant_id = ? AND device = ?"
            + " AND device_seq = ?",
        row -> new Place(Bytes.ofHex(row.text(1)).orElseThrow(), row.text(2), row.textOrNull(3)),
        tenant,
        device,
        seq);
  }
}

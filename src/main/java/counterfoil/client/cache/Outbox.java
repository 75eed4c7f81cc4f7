package counterfoil.client.cache;

import counterfoil.protocol.Bytes;
import counterfoil.protocol.Chain;
import counterfoil.protocol.Command;
import counterfoil.protocol.CommandResult;
import counterfoil.protocol.InvalidContent;
import counterfoil.protocol.MalformedJson;
import counterfoil.protocol.SentCommand;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The acts of this device, in the order of its chain. Id, place, canonical bytes and hash are made
 * once, in the transaction that also holds the act's effect, and never change.
 */
public final class Outbox {
  private static final int SALT = 16;
  private static final String COLUMNS = "seq, id, state, issued_at, hash, sealed";

  private final Database database;
  private final Vault vault;
  private final DeviceStore device;
  private final PendingStore pending;
  private final Inbox inbox;

  Outbox(Database database, Vault vault, DeviceStore device, PendingStore pending, Inbox inbox) {
    this.database = database;
    this.vault = vault;
    this.device = device;
    this.pending = pending;
    this.inbox = inbox;
  }

  /** What an act changes on this machine besides the outbox, inside the same transaction. */
  @FunctionalInterface
  public interface Effect {
    /** Changes more rows; a throw rolls the act back. */
    void change(Tx tx) throws SQLException;

    /** Nothing besides what the outbox itself does. */
    static Effect none() {
      return tx -> {};
    }
  }

  /**
   * Makes an act durable: effect, outbox row and chain head in one transaction.
   *
   * @throws IllegalArgumentException when the id is in the outbox already
   * @throws VaultLocked when the vault is locked
   */
  public ActResult act(CommandDraft draft, Effect effect) {
    try {
      return new ActResult.Durable(
          database.write(
              tx -> {
                effect.change(tx);
                return append(tx, draft);
              }));
    } catch (StorageFailure failure) {
      return new ActResult.NotStored(failure.problem());
    }
  }

  private QueuedCommand append(Tx tx, CommandDraft draft) throws SQLException {
    ChainPlace head = head(tx);
    long seq = head.seq() + 1;
    SentCommand sent =
        new Command(
                draft.id(),
                draft.target(),
                draft.expectedVersion(),
                draft.issuedAt(),
                seq,
                draft.actor(),
                Bytes.of(vault.bytes(SALT)),
                draft.payload())
            .sealed();
    byte[] canonical = sent.canonical().toArray();
    byte[] hash = Chain.next(head.hash().toArray(), canonical);
    int added =
        tx.update(
            "INSERT INTO outbox (seq, id, type, target, state, issued_at, size, hash, sealed)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING",
            seq,
            draft.id(),
            draft.payload().type().wire(),
            draft.target(),
            CommandState.QUEUED.name(),
            draft.issuedAt().toEpochMilli(),
            canonical.length,
            hash,
            vault.sealCommand(draft.id(), seq, canonical));
    if (added == 0) {
      throw new IllegalArgumentException("an act twice: " + draft.id());
    }
    pending.add(tx, draft, seq);
    return new QueuedCommand(seq, sent, Bytes.of(hash), CommandState.QUEUED, draft.issuedAt());
  }

  /** The newest place of the chain. */
  public ChainPlace head() {
    return database.read(this::head);
  }

  private ChainPlace head(Tx tx) throws SQLException {
    Optional<ChainPlace> last =
        tx.first(
            "SELECT seq, hash FROM outbox ORDER BY seq DESC LIMIT 1",
            row -> new ChainPlace(row.getLong(1), Bytes.of(row.getBytes(2))));
    return last.isPresent() ? last.get() : new ChainPlace(0, Bytes.of(Chain.start(device.id(tx))));
  }

  /** How much waits. */
  public QueueState queue() {
    return database.read(
        tx ->
            tx.first(
                    "SELECT count(*), min(issued_at) FROM outbox WHERE state IN ('QUEUED', 'SENT')",
                    row -> new QueueState(row.getInt(1), instant(row, 2)))
                .orElseThrow());
  }

  private static Optional<Instant> instant(ResultSet row, int column) throws SQLException {
    long millis = row.getLong(column);
    return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
  }

  /**
   * The next acts to push: from the first without an answer, contiguous and ascending.
   *
   * @param most most acts, at least 1
   * @param bytes most bytes; the first act is taken whatever its size
   */
  public List<QueuedCommand> batch(int most, long bytes) {
    return database.read(
        tx -> {
          long first = tx.number("SELECT min(seq) FROM outbox WHERE state IN ('QUEUED', 'SENT')");
          return first == 0 ? List.<QueuedCommand>of() : from(tx, first, most, bytes);
        });
  }

  /**
   * Acts from a place on, answered ones included: for a server that lacks them.
   *
   * @param after the last place that the server has
   */
  public List<QueuedCommand> after(long after, int most, long bytes) {
    return database.read(tx -> from(tx, after + 1, most, bytes));
  }

  private List<QueuedCommand> from(Tx tx, long first, int most, long bytes) throws SQLException {
    List<QueuedCommand> found =
        tx.list(
            "SELECT " + COLUMNS + " FROM outbox WHERE seq >= ? ORDER BY seq LIMIT ?",
            this::command,
            first,
            most);
    List<QueuedCommand> batch = new ArrayList<>();
    long size = 0;
    for (QueuedCommand each : found) {
      size += each.canonical().size();
      if (!batch.isEmpty() && (size > bytes || each.seq() != batch.getLast().seq() + 1)) {
        break;
      }
      batch.add(each);
    }
    return List.copyOf(batch);
  }

  private QueuedCommand command(ResultSet row) throws SQLException {
    long seq = row.getLong(1);
    Bytes canonical = Bytes.of(vault.openCommand(row.getString(2), seq, row.getBytes(6)));
    try {
      return new QueuedCommand(
          seq,
          SentCommand.read(canonical),
          Bytes.of(row.getBytes(5)),
          CommandState.valueOf(row.getString(3)),
          Instant.ofEpochMilli(row.getLong(4)));
    } catch (MalformedJson | InvalidContent | IllegalArgumentException _) {
      throw new StorageFailure(StorageProblem.DAMAGED, "outbox " + seq);
    }
  }

  /**
   * Notes that acts are about to be handed to the network.
   *
   * @param batch in the order of the chain, without a gap
   */
  public void sent(List<QueuedCommand> batch) {
    if (batch.isEmpty()) {
      return;
    }
    database.write(
        tx ->
            tx.update(
                "UPDATE outbox SET state = 'SENT' WHERE seq BETWEEN ? AND ? AND state = 'QUEUED'",
                batch.getFirst().seq(),
                batch.getLast().seq()));
  }

  /**
   * Takes the server's results: each changes what screens see in the transaction that marks its act
   * answered, and once only.
   *
   * @param at when they arrived, in server time
   */
  public List<Answered> answer(List<CommandResult> results, Instant at) {
    return database.write(
        tx -> {
          List<Answered> answered = new ArrayList<>();
          for (CommandResult each : results) {
            answered.add(new Answered(each, answer(tx, each, at)));
          }
          return List.copyOf(answered);
        });
  }

  private boolean answer(Tx tx, CommandResult result, Instant at) throws SQLException {
    return switch (result.outcome()) {
      case CommandResult.Applied applied -> {
        boolean first = conclude(tx, result, CommandState.APPLIED, at);
        if (first) {
          pending.applied(tx, result.id(), result.target(), applied.version());
        }
        yield first;
      }
      case CommandResult.Refused refused -> {
        boolean first = conclude(tx, result, CommandState.REFUSED, at);
        if (first) {
          inbox.add(tx, result.id(), refused.problem(), at);
          pending.refused(tx, result.id());
        }
        yield first;
      }
    };
  }

  private boolean conclude(Tx tx, CommandResult result, CommandState end, Instant at)
      throws SQLException {
    byte[] text = result.text().getBytes(StandardCharsets.UTF_8);
    return tx.update(
            "UPDATE outbox SET state = ?, answered_at = ?, answer = ? WHERE id = ?"
                + " AND state = 'SENT'",
            end.name(),
            at.toEpochMilli(),
            vault.sealRow("answer", result.id(), 0, text),
            result.id())
        == 1;
  }

  /** The server's result for an act, once it came. */
  public Optional<CommandResult> result(String id) {
    return database
        .read(
            tx ->
                tx.first(
                    "SELECT answer FROM outbox WHERE id = ? AND answer IS NOT NULL",
                    row -> row.getBytes(1),
                    id))
        .map(kept -> new String(vault.openRow("answer", id, 0, kept), StandardCharsets.UTF_8))
        .map(Outbox::read);
  }

  private static CommandResult read(String text) {
    try {
      return CommandResult.read(text);
    } catch (MalformedJson | InvalidContent _) {
      throw new StorageFailure(StorageProblem.DAMAGED, "answer");
    }
  }

  /** Where an act stands. */
  public Optional<CommandState> state(String id) {
    return database.read(
        tx ->
            tx.first(
                "SELECT state FROM outbox WHERE id = ?",
                row -> CommandState.valueOf(row.getString(1)),
                id));
  }

  /**
   * Walks the kept chain and compares every hash with the bytes.
   *
   * @throws StorageFailure at the first row that does not fit
   */
  public void verify() {
    database.read(
        tx -> {
          List<QueuedCommand> all =
              tx.list("SELECT " + COLUMNS + " FROM outbox ORDER BY seq", this::command);
          for (int i = 1; i < all.size(); i++) {
            byte[] expected =
                Chain.next(all.get(i - 1).hash().toArray(), all.get(i).canonical().toArray());
            if (!Bytes.of(expected).equals(all.get(i).hash())) {
              throw new StorageFailure(StorageProblem.DAMAGED, "outbox " + all.get(i).seq());
            }
          }
          return all.size();
        });
  }

  /**
   * Forgets acts that were answered before an instant. The newest stays, because the chain goes on
   * from it, and whatever a screen still shows on top of the feed.
   *
   * @return how many
   */
  public int sweep(Instant answeredBefore) {
    return database.write(
        tx ->
            tx.update(
                "DELETE FROM outbox WHERE answered_at < ? AND seq < (SELECT max(seq) FROM outbox)"
                    + " AND seq < coalesce((SELECT min(seq) FROM outbox WHERE answered_at IS NULL"
                    + " OR answered_at >= ?), seq + 1)"
                    + " AND seq < coalesce((SELECT min(seq) FROM pending), seq + 1)",
                answeredBefore.toEpochMilli(),
                answeredBefore.toEpochMilli()));
  }
}

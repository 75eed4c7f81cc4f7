package counterfoil.server.work;

import counterfoil.protocol.Bytes;
import counterfoil.protocol.Chain;
import counterfoil.protocol.ChainHead;
import counterfoil.protocol.ClientVersion;
import counterfoil.protocol.Command;
import counterfoil.protocol.CommandBatch;
import counterfoil.protocol.CommandResult;
import counterfoil.protocol.Problem;
import counterfoil.protocol.ProblemCode;
import counterfoil.protocol.RedeemVoucher;
import counterfoil.protocol.SentCommand;
import counterfoil.server.store.CommandTable;
import counterfoil.server.store.DeviceTable.Device;
import counterfoil.server.store.Store;
import counterfoil.server.store.Tables;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Takes batches of commands: checks the device's chain in the caller's thread, where the signature
 * costs nobody else, and hands the batch to the tenant's writer.
 */
public final class Commands {
  private final Store store;
  private final Function<String, TenantWriter> writers;
  private final Intake intake;
  private final InstantSource clock;

  Commands(
      Store store, InstantSource clock, Function<String, TenantWriter> writers, Intake intake) {
    this.store = store;
    this.clock = clock;
    this.writers = writers;
    this.intake = intake;
  }

  /** Takes what was let in. */
  @FunctionalInterface
  interface Intake {
    /** Queues a batch for a tenant's writer; false when too much waits already. */
    boolean offer(String tenant, Submission submission);
  }

  /** What the chain says of a batch. */
  private sealed interface Finding {
    /** It continues the chain, or repeats it. */
    record Fits(List<Bytes> hashes) implements Finding {}

    /** It does not; nothing is consumed. */
    record Faulty(Problem problem) implements Finding {}

    /** It is a validly signed other history. */
    record Forked(List<Bytes> hashes) implements Finding {}
  }

  /**
   * Takes a batch and waits until it is durable.
   *
   * @return the results in order; or why nothing was consumed: {@code chain-gap}, {@code
   *     chain-mismatch}, {@code chain-fork}, {@code device-blocked}, {@code busy}, {@code
   *     store-unavailable}
   */
  public Answer<List<CommandResult>> take(Caller caller, CommandBatch batch) {
    return take(caller, batch, null);
  }

  /**
   * The same of a program that says which it is: from one that is too old nothing is taken that was
   * made in this session, {@code client-too-old}; what it had made before always is.
   *
   * @param client what the program says of itself; null where it says nothing
   */
  public Answer<List<CommandResult>> take(
      Caller caller, CommandBatch batch, @Nullable ClientVersion client) {
    try {
      return judge(caller, batch, client).join();
    } catch (CompletionException | CancellationException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Takes a batch; what {@link #take} returns comes once it is durable. Who runs the writers by
   * {@link ServerWork#step} takes several batches into one group this way.
   */
  public CompletableFuture<Answer<List<CommandResult>>> submit(Caller caller, CommandBatch batch) {
    return judge(caller, batch, null);
  }

  private CompletableFuture<Answer<List<CommandResult>>> judge(
      Caller caller, CommandBatch batch, @Nullable ClientVersion client) {
    Device device = store.read(tx -> tx.of(caller.tenant()).devices().byId(caller.device()));
    if (device == null) {
      return refused(Problem.of(ProblemCode.DEVICE_BLOCKED));
    }
    // Outside of the transaction: others wait for its connection, and a signature takes long.
    boolean signed = signed(device, batch.chain());
    Finding finding = store.read(tx -> check(tx.of(caller.tenant()), device, batch, signed));
    if (device.blocked() != null) {
      return CompletableFuture.completedFuture(blocked(caller, batch, finding));
    }
    return switch (finding) {
      case Finding.Faulty(Problem problem) -> refused(problem);
      case Finding.Forked(List<Bytes> hashes) ->
          CompletableFuture.completedFuture(fork(caller, batch, hashes));
      case Finding.Fits(List<Bytes> hashes) -> {
        Problem old = tooOld(caller, batch, client, device.headSeq());
        yield old == null ? submit(caller, batch, hashes) : refused(old);
      }
    };
  }

  /** Why a program's new acts are not taken, or null. An act is new that its session brought. */
  private @Nullable Problem tooOld(
      Caller caller, CommandBatch batch, @Nullable ClientVersion client, long head) {
    Instant now = clock.instant();
    if (client == null || !client.tooOld(now)) {
      return null;
    }
    Instant since = store.read(tx -> Sessions.since(tx.of(caller.tenant()), caller.session()));
    boolean fresh =
        batch.commands().stream()
            .filter(command -> command.deviceSeq() > head)
            .findFirst()
            .map(SentCommand::content)
            .filter(
                content ->
                    content instanceof SentCommand.Understood(Command command)
                        && command.issuedAt().isAfter(since))
            .isPresent();
    return fresh
        ? Problem.of(ProblemCode.CLIENT_TOO_OLD)
            .detail("install a newer program; what waits in this one is kept and taken then")
            .with("oldest_build", ClientVersion.oldest(now).toString())
        : null;
  }

  private static CompletableFuture<Answer<List<CommandResult>>> refused(Problem problem) {
    return CompletableFuture.completedFuture(new Answer.Refused<>(problem));
  }

  private CompletableFuture<Answer<List<CommandResult>>> submit(
      Caller caller, CommandBatch batch, List<Bytes> hashes) {
    Submission submission =
        new Submission(caller, batch.commands(), hashes, batch.chain().signature());
    if (!intake.offer(caller.tenant(), submission)) {
      return refused(Problem.of(ProblemCode.BUSY).with("retry_after", 1));
    }
    return submission.answer();
  }

  private static boolean signed(Device device, ChainHead chain) {
    byte[] signed = Chain.signed(device.id(), chain.seq(), chain.hash().toArray());
    return device.key().verifies(signed, chain.signature().toArray());
  }

  private static Finding check(Tables tables, Device device, CommandBatch batch, boolean signed) {
    long first = batch.commands().getFirst().deviceSeq();
    if (first > device.headSeq() + 1) {
      return new Finding.Faulty(gap(device.headSeq(), device.headHash()));
    }
    Bytes before = hashAt(tables, device, first - 1);
    List<Bytes> hashes = new ArrayList<>(batch.commands().size());
    byte[] hash = before.toArray();
    for (SentCommand command : batch.commands()) {
      hash = Chain.next(hash, command.canonical().toArray());
      hashes.add(Bytes.of(hash));
    }
    ChainHead chain = batch.chain();
    if (!signed) {
      return mismatch();
    }
    if (chain.seq() <= device.headSeq()
        && !hashAt(tables, device, chain.seq()).equals(chain.hash())) {
      return new Finding.Forked(hashes);
    }
    if (!hashes.getLast().equals(chain.hash())) {
      return mismatch();
    }
    return forks(tables, device, first, hashes)
        ? new Finding.Forked(hashes)
        : new Finding.Fits(List.copyOf(hashes));
  }

  /** Whether a validly signed run says other things of places that are taken already. */
  private static boolean forks(Tables tables, Device device, long first, List<Bytes> hashes) {
    for (int i = 0; i < hashes.size() && first + i <= device.headSeq(); i++) {
      if (!hashAt(tables, device, first + i).equals(hashes.get(i))) {
        return true;
      }
    }
    return false;
  }

  private static Bytes hashAt(Tables tables, Device device, long seq) {
    if (seq == 0) {
      return Bytes.of(Chain.start(device.id()));
    }
    if (seq == device.headSeq()) {
      return device.headHash();
    }
    CommandTable.Place place = tables.commands().place(device.id(), seq);
    if (place == null) {
      throw new IllegalStateException("a chain with a hole at " + seq);
    }
    return place.hash();
  }

  private static Finding mismatch() {
    return new Finding.Faulty(Problem.of(ProblemCode.CHAIN_MISMATCH));
  }

  static Problem gap(long head, Bytes hash) {
    return Problem.of(ProblemCode.CHAIN_GAP).with("head_seq", head).with("head_hash", hash.hex());
  }

  /** Blocks the device, and keeps what it sent as evidence. */
  private Answer<List<CommandResult>> fork(Caller caller, CommandBatch batch, List<Bytes> hashes) {
    Problem problem = Problem.of(ProblemCode.CHAIN_FORK);
    writers
        .apply(caller.tenant())
        .now(
            group -> {
              Device device = group.tables().devices().byId(caller.device());
              if (device != null && device.blocked() == null) {
                Device blocked = blocked(device);
                group.tables().devices().put(blocked);
                group.stamp(Rows.device(blocked));
                group.audit(
                    Group.Decision.ofPerson(
                        caller.actor().user(),
                        caller.device(),
                        "device.fork",
                        group.around().ids().get(),
                        caller.device()));
              }
              keep(group, caller, batch, hashes, problem);
              return true;
            });
    return new Answer.Refused<>(problem);
  }

  private Answer<List<CommandResult>> blocked(Caller caller, CommandBatch batch, Finding finding) {
    Problem problem = Problem.of(ProblemCode.DEVICE_BLOCKED);
    List<Bytes> signed =
        switch (finding) {
          case Finding.Fits(List<Bytes> hashes) -> hashes;
          case Finding.Forked(List<Bytes> hashes) -> hashes;
          case Finding.Faulty _ -> List.of();
        };
    if (!signed.isEmpty()) {
      writers
          .apply(caller.tenant())
          .now(
              group -> {
                keep(group, caller, batch, signed, problem);
                return true;
              });
    }
    return new Answer.Refused<>(problem);
  }

  /** Keeps the bytes of what is not known, and shows each redemption of it as a dispute. */
  private void keep(
      Group group, Caller caller, CommandBatch batch, List<Bytes> hashes, Problem problem) {
    Deciding deciding = new Deciding(group, store.key());
    for (int i = 0; i < batch.commands().size(); i++) {
      SentCommand command = batch.commands().get(i);
      if (group.decided(command.id()) != null
          || group.tables().commands().bytes(command.id(), caller.device()) != null) {
        continue;
      }
      group.tables().commands().keepBytes(command.id(), caller.device(), command.canonical());
      RedeemVoucher redeem = redeem(command);
      if (redeem != null) {
        Deciding.Sent sent =
            new Deciding.Sent(caller, command, hashes.get(i), batch.chain().signature());
        deciding.dispute(sent, command.target(), redeem, problem);
      }
    }
  }

  private static @Nullable RedeemVoucher redeem(SentCommand command) {
    return command.content() instanceof SentCommand.Understood(Command readable)
            && readable.payload() instanceof RedeemVoucher redeem
        ? redeem
        : null;
  }

  private static Device blocked(Device device) {
    return new Device(
        device.id(),
        device.name(),
        device.key(),
        device.party(),
        device.stores(),
        device.headSeq(),
        device.headHash(),
        Rows.FORK,
        device.enrolledAt(),
        device.lastSeen(),
        device.version() + 1);
  }
}

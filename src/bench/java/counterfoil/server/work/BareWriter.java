package counterfoil.server.work;

import counterfoil.protocol.Bytes;
import counterfoil.protocol.Chain;
import counterfoil.protocol.CommandResult;
import counterfoil.protocol.SentCommand;
import counterfoil.server.store.Store;
import java.util.ArrayList;
import java.util.List;

/**
 * A tenant's group-commit writer, fed by its own kind of batch and by nothing else: no HTTP, no
 * proof, no signature, no client.
 */
public final class BareWriter {
  private final TenantWriter writer;
  private final Caller caller;

  /** A writer that runs on the surroundings' executor until {@link #stop}. */
  public BareWriter(Store store, Surroundings around, Caller caller) {
    this.caller = caller;
    writer = new TenantWriter(caller.tenant(), store, around, new Pokes(_ -> ""));
    around.writers().execute(writer);
  }

  /**
   * Writes commands in full groups, queued before the first is taken; returns when all are durable.
   *
   * @param commands a whole chain from its beginning
   * @return how many were applied
   */
  public int write(List<SentCommand> commands, int batch) {
    List<Submission> sent = new ArrayList<>();
    byte[] hash = Chain.start(caller.device());
    for (int from = 0; from < commands.size(); from += batch) {
      List<SentCommand> part = commands.subList(from, Math.min(commands.size(), from + batch));
      List<Bytes> hashes = new ArrayList<>();
      for (SentCommand command : part) {
        hash = Chain.next(hash, command.canonical().toArray());
        hashes.add(Bytes.of(hash));
      }
      Submission submission = new Submission(caller, part, hashes, Bytes.of(new byte[64]));
      if (!writer.offer(submission)) {
        throw new IllegalStateException("the writer's queue is full");
      }
      sent.add(submission);
    }
    return sent.stream().mapToInt(BareWriter::applied).sum();
  }

  private static int applied(Submission submission) {
    return switch (submission.answer().join()) {
      case Answer.Done<List<CommandResult>>(var results) ->
          (int)
              results.stream()
                  .filter(result -> result.outcome() instanceof CommandResult.Applied)
                  .count();
      case Answer.Refused<List<CommandResult>>(var problem) ->
          throw new IllegalStateException(problem.code());
    };
  }

  /** Stops the writer. */
  public void stop() throws InterruptedException {
    writer.stop();
    writer.awaitEnd();
  }
}

package counterfoil.client.sync;

import counterfoil.client.cache.Answered;
import counterfoil.client.cache.Cache;
import counterfoil.client.cache.Device;
import counterfoil.client.cache.QueuedCommand;
import counterfoil.client.remote.Access;
import counterfoil.client.remote.Remote;
import counterfoil.client.remote.RemoteFailure;
import counterfoil.client.remote.RemoteReply;
import counterfoil.protocol.Bytes;
import counterfoil.protocol.CommandBatch;
import counterfoil.protocol.CommandResult;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Sends acts, the bytes that were made when they became durable. When the server lacks earlier ones
 * it goes back to where the server stands, answered acts included, and comes forward again.
 */
final class Push {
  private final Cache cache;
  private final Remote remote;
  private final InstantSource clock;
  private final SyncOptions options;

  /** The last place that the server has, while it is being brought up from there. */
  private OptionalLong serverHead = OptionalLong.empty();

  Push(Cache cache, Remote remote, InstantSource clock, SyncOptions options) {
    this.cache = cache;
    this.remote = remote;
    this.clock = clock;
    this.options = options;
  }

  /** What came of one batch. */
  sealed interface Outcome {
    /** Results came; how many were new, and how long it took. */
    record Answers(List<Answered> answered, Duration latency) implements Outcome {}

    /** The batch starts elsewhere next time. */
    record Again() implements Outcome {}

    /** It failed. */
    record Failed(RemoteFailure failure) implements Outcome {}
  }

  /** The acts to send next; empty when none waits. */
  List<QueuedCommand> next() {
    return serverHead.isPresent()
        ? cache
            .outbox()
            .after(serverHead.getAsLong(), options.batchCommands(), options.batchBytes())
        : cache.outbox().batch(options.batchCommands(), options.batchBytes());
  }

  Outcome send(List<QueuedCommand> batch, Access access, Device device) {
    cache.outbox().sent(batch);
    List<Bytes> canonical = batch.stream().map(QueuedCommand::canonical).toList();
    byte[] body = CommandBatch.write(canonical, device.sign(batch.getLast()));
    return switch (remote.push(access, body)) {
      case RemoteReply.Got<List<CommandResult>>(
              List<CommandResult> results,
              Instant _,
              Duration latency) ->
          answered(batch, results, latency);
      case RemoteReply.Failed<List<CommandResult>>(RemoteFailure failure) ->
          failure instanceof RemoteFailure.ChainGap(long seq, Bytes hash)
              ? goBack(batch, seq, hash)
              : new Outcome.Failed(failure);
    };
  }

  private Outcome answered(
      List<QueuedCommand> batch, List<CommandResult> results, Duration latency) {
    Set<String> sent = new HashSet<>();
    batch.forEach(each -> sent.add(each.id()));
    if (results.size() != batch.size()
        || !results.stream().allMatch(result -> sent.remove(result.id()))) {
      return new Outcome.Failed(new RemoteFailure.Offline(RemoteFailure.Why.GARBLED));
    }
    List<Answered> answered = cache.outbox().answer(results, clock.instant());
    if (serverHead.isPresent()) {
      long reached = batch.getLast().seq();
      serverHead =
          reached >= cache.outbox().head().seq() ? OptionalLong.empty() : OptionalLong.of(reached);
    }
    return new Outcome.Answers(answered, latency);
  }

  /** Starts behind the server's head, when the acts from there are still kept and fit to it. */
  private Outcome goBack(List<QueuedCommand> batch, long seq, Bytes hash) {
    List<QueuedCommand> behind = cache.outbox().after(seq, 1, Long.MAX_VALUE);
    Optional<QueuedCommand> head =
        seq == 0
            ? Optional.empty()
            : cache.outbox().after(seq - 1, 1, Long.MAX_VALUE).stream()
                .filter(each -> each.seq() == seq)
                .findFirst();
    boolean kept = !behind.isEmpty() && behind.getFirst().seq() == seq + 1;
    boolean fits = head.isEmpty() || head.get().hash().equals(hash);
    if (!kept || !fits || seq + 1 == batch.getFirst().seq()) {
      return new Outcome.Failed(new RemoteFailure.ChainMismatch());
    }
    serverHead = OptionalLong.of(seq);
    return new Outcome.Again();
  }
}

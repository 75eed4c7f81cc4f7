package counterfoil.server.work;

import counterfoil.protocol.Bytes;
import counterfoil.protocol.Chain;
import counterfoil.protocol.CommandResult;
import counterfoil.protocol.Problem;
import counterfoil.protocol.ProblemCode;
import counterfoil.protocol.SentCommand;
import counterfoil.server.store.CommandTable;
import counterfoil.server.store.DeviceTable.Device;
import counterfoil.server.store.FeedTable;
import counterfoil.server.store.Store;
import counterfoil.server.store.StoreException;
import counterfoil.server.store.TenantTable;
import counterfoil.server.store.Tx;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one writer of a tenant on this node. Takes what waits until it has 256 commands or more,
 * decides it in one transaction under the tenant's lock, and answers only after the commit. When a
 * command fails for an unexpected fault, the group is rolled back and its commands are done one by
 * one, so that none takes its neighbours along; after three tries it is refused as an incident.
 */
final class TenantWriter implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(TenantWriter.class);
  private static final int ENOUGH_COMMANDS = 256;
  private static final int MOST_WAITING = 1024;
  private static final int ENOUGH_BATCHES = 16;
  private static final int TRIES = 3;
  private static final long IDLE_MILLIS = 500;

  /** About what a commit waits for the disk. */
  private static final long GATHER_MILLIS = 5;

  private static final Duration SWEEP = Duration.ofHours(1);

  /** How long ended sessions and old failures to sign in stay. */
  private static final Duration PAST = Duration.ofDays(1);

  private final String tenant;
  private final Store store;
  private final Surroundings around;
  private final Pokes pokes;
  private final BlockingQueue<Submission> queue = new ArrayBlockingQueue<>(MOST_WAITING);
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile boolean stopping;
  private boolean crowded;
  private long seenSeq;
  private Instant nextDue = Instant.MIN;
  private Instant nextSweep = Instant.MIN;

  TenantWriter(String tenant, Store store, Surroundings around, Pokes pokes) {
    this.tenant = tenant;
    this.store = store;
    this.around = around;
    this.pokes = pokes;
  }

  /** Queues a batch; false when too much waits already. */
  boolean offer(Submission submission) {
    return !stopping && queue.offer(submission);
  }

  /** Does other work of the tenant in one transaction under its lock, in the caller's thread. */
  <T> T now(Function<Group, T> work) {
    List<FeedTable.Entry> stamped = new ArrayList<>();
    T result =
        store.write(
            tx -> {
              Group group = Group.begin(tx, tenant, around);
              T value = work.apply(group);
              group.end();
              stamped.clear();
              stamped.addAll(group.stamped());
              return value;
            });
    pokes.changed(tenant, stamped);
    return result;
  }

  /** Stops after what was taken; what waits is told to come again. */
  void stop() {
    stopping = true;
  }

  /** Waits until the writer has ended. */
  void awaitEnd() throws InterruptedException {
    ended.await();
  }

  @Override
  public void run() {
    try {
      while (!stopping) {
        turn();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      stopping = true;
      queue.forEach(waiting -> waiting.refused(busy()));
      queue.clear();
      ended.countDown();
    }
  }

  private void turn() throws InterruptedException {
    Submission first = queue.poll(IDLE_MILLIS, TimeUnit.MILLISECONDS);
    turn(first == null ? List.of() : gathered(first));
  }

  /** Does at once what waits, as one group, or what time has brought when nothing waits. */
  void step() {
    Submission first = queue.poll();
    turn(first == null ? List.of() : waiting(first));
  }

  private void turn(List<Submission> taken) {
    try {
      if (taken.isEmpty()) {
        idle();
      } else {
        group(taken);
        due();
      }
    } catch (StoreException e) {
      LOG.warn("the store failed while the writer was idle", e);
    } catch (RuntimeException e) {
      LOG.error("the writer failed outside of a command", e);
    }
  }

  private List<Submission> waiting(Submission first) {
    List<Submission> taken = new ArrayList<>();
    Submission next = first;
    while (next != null) {
      taken.add(next);
      next = commands(taken) < ENOUGH_COMMANDS ? queue.poll() : null;
    }
    return taken;
  }

  /**
   * What waits; and when several came together the last time, also what comes next: a moment's
   * delay then costs less than a commit for each. Who comes alone never waits.
   */
  private List<Submission> gathered(Submission first) {
    List<Submission> taken = waiting(first);
    try {
      while (crowded && taken.size() < ENOUGH_BATCHES && commands(taken) < ENOUGH_COMMANDS) {
        Submission next = queue.poll(GATHER_MILLIS, TimeUnit.MILLISECONDS);
        if (next == null) {
          break;
        }
        taken.add(next);
      }
    } catch (InterruptedException _) {
      // What was taken is answered first.
      Thread.currentThread().interrupt();
    }
    crowded = taken.size() > 1;
    return taken;
  }

  private static int commands(List<Submission> taken) {
    return taken.stream().mapToInt(each -> each.commands().size()).sum();
  }

  private void group(List<Submission> taken) {
    try {
      commit(taken);
    } catch (StoreException e) {
      if (e.ofTheWork()) {
        LOG.warn("a command does not fit the store; its group is done one by one", e);
        taken.forEach(this::alone);
      } else {
        LOG.warn("the store failed; {} batches must come again", taken.size(), e);
        taken.forEach(each -> each.refused(Problem.of(ProblemCode.STORE_UNAVAILABLE)));
      }
    } catch (RuntimeException e) {
      LOG.warn("a command failed; its group is done one by one", e);
      taken.forEach(this::alone);
    } finally {
      // Nobody waits for ever, whatever has failed: who has an answer keeps it.
      taken.forEach(each -> each.refused(busy()));
    }
  }

  private void commit(List<Submission> taken) {
    Map<Submission, Answer<List<CommandResult>>> answers =
        now(
            group -> {
              Map<Submission, Answer<List<CommandResult>>> made = new LinkedHashMap<>();
              Deciding deciding = new Deciding(group, store.key());
              for (Submission each : taken) {
                made.put(each, take(group, deciding, each, 0, each.commands().size()));
              }
              return made;
            });
    answers.forEach(TenantWriter::answer);
  }

  private static void answer(Submission submission, Answer<List<CommandResult>> answer) {
    switch (answer) {
      case Answer.Done<List<CommandResult>>(var results) -> submission.done(results);
      case Answer.Refused<List<CommandResult>>(Problem problem) -> submission.refused(problem);
    }
  }

  /** Does a batch command by command, each in a transaction of its own. */
  private void alone(Submission submission) {
    List<CommandResult> results = new ArrayList<>();
    try {
      for (int i = 0; i < submission.commands().size(); i++) {
        switch (alone(submission, i)) {
          case Answer.Done<List<CommandResult>>(var result) -> results.addAll(result);
          case Answer.Refused<List<CommandResult>>(Problem problem) -> {
            submission.refused(problem);
            return;
          }
        }
      }
      submission.done(results);
    } catch (StoreException e) {
      LOG.warn("the store failed; a batch must come again", e);
      submission.refused(Problem.of(ProblemCode.STORE_UNAVAILABLE));
    }
  }

  private Answer<List<CommandResult>> alone(Submission submission, int index) {
    for (int tried = 1; tried < TRIES; tried++) {
      try {
        return now(
            group -> take(group, new Deciding(group, store.key()), submission, index, index + 1));
      } catch (RuntimeException e) {
        if (e instanceof StoreException store && !store.ofTheWork()) {
          throw e;
        }
        LOG.warn("command {} failed", submission.commands().get(index).id(), e);
      }
    }
    String incident = around.ids().get();
    LOG.error(
        "command {} is refused as incident {}", submission.commands().get(index).id(), incident);
    return now(
        group -> {
          SentCommand command = submission.commands().get(index);
          Device device = group.device(submission.caller().device());
          if (device == null || command.deviceSeq() != device.headSeq() + 1) {
            // It has its place already: what failed is to answer it again.
            return new Answer.Refused<>(
                Problem.of(ProblemCode.INTERNAL).with("incident", incident));
          }
          CommandResult result =
              new Deciding(group, store.key()).fault(sent(submission, index), incident);
          group
              .tables()
              .devices()
              .head(
                  submission.caller().device(),
                  command.deviceSeq(),
                  submission.hash(index),
                  group.now());
          return new Answer.Done<>(List.of(result));
        });
  }

  /** Takes commands of a batch in order; the chain is checked again under the lock. */
  private static Answer<List<CommandResult>> take(
      Group group, Deciding deciding, Submission submission, int from, int to) {
    String id = submission.caller().device();
    Device device = group.device(id);
    if (device == null || device.blocked() != null) {
      return new Answer.Refused<>(Problem.of(ProblemCode.DEVICE_BLOCKED));
    }
    long head = device.headSeq();
    Bytes hash = device.headHash();
    List<CommandResult> results = new ArrayList<>();
    for (int i = from; i < to; i++) {
      SentCommand command = submission.commands().get(i);
      if (command.deviceSeq() <= head) {
        CommandTable.Place place = group.tables().commands().place(id, command.deviceSeq());
        if (place == null || !place.hash().equals(submission.hash(i))) {
          return new Answer.Refused<>(Commands.gap(head, hash));
        }
        results.add(answerAt(group, place));
      } else if (command.deviceSeq() == head + 1
          && Bytes.of(Chain.next(hash.toArray(), command.canonical().toArray()))
              .equals(submission.hash(i))) {
        results.add(deciding.decide(sent(submission, i)));
        head = command.deviceSeq();
        hash = submission.hash(i);
      } else {
        return new Answer.Refused<>(Commands.gap(head, hash));
      }
    }
    if (head > device.headSeq()) {
      group.tables().devices().head(id, head, hash, group.now());
    }
    return new Answer.Done<>(results);
  }

  static CommandResult answerAt(Group group, CommandTable.Place place) {
    if (place.result() != null) {
      return Deciding.read(place.result());
    }
    CommandTable.Decided decided = group.decided(place.command());
    if (decided == null) {
      throw new IllegalStateException("a place in a chain without its command");
    }
    return Deciding.read(decided.result());
  }

  private static Deciding.Sent sent(Submission submission, int index) {
    return new Deciding.Sent(
        submission.caller(),
        submission.commands().get(index),
        submission.hash(index),
        submission.signature());
  }

  /** Does what time has brought. */
  private void due() {
    Instant now = around.clock().instant();
    if (now.isBefore(nextDue)) {
      return;
    }
    boolean more = isDue(now);
    while (more && !stopping) {
      more = now(group -> new DueActs(group).drain());
    }
    // Other nodes and new commands plan as well: look again after a while in any case.
    nextDue = now.plusMillis(IDLE_MILLIS);
  }

  private boolean isDue(Instant now) {
    return store.read(
        tx -> {
          Instant next = tx.of(tenant).due().next();
          return next != null && !next.isAfter(now);
        });
  }

  /** Nothing waits: time, tombstones, ended sessions, and what other nodes committed. */
  private void idle() {
    Instant now = around.clock().instant();
    if (!now.isBefore(nextSweep)) {
      sweep(now);
      nextSweep = now.plus(SWEEP);
    }
    long seq = store.read(this::seq);
    if (seq > seenSeq) {
      long from = seenSeq;
      seenSeq = seq;
      if (from > 0) {
        pokes.changed(tenant, store.read(tx -> tx.of(tenant).feed().after(from)));
      }
    }
    // Last, so that an act which fails again and again holds up nothing else.
    due();
  }

  private void sweep(Instant now) {
    store.write(
        tx -> {
          Group group = Group.begin(tx, tenant, around);
          long dropped = group.tables().feed().dropTombstones(now.minus(around.tombstonesKept()));
          if (dropped > group.row().floor()) {
            group.tables().tenant().floor(dropped);
          }
          group.tables().sessions().forgetEnded(now.minus(PAST));
          group.tables().sessions().forgetFailures(now.minus(PAST), now);
          return dropped;
        });
  }

  private long seq(Tx tx) {
    TenantTable.TenantRow row = tx.of(tenant).tenant().read();
    return row == null ? 0 : row.seq();
  }

  private static Problem busy() {
    return Problem.of(ProblemCode.BUSY).with("retry_after", 1);
  }
}

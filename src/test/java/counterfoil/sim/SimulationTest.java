package counterfoil.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * U, A and convergence over seeded histories. {@code -Dcounterfoil.sim.seed=N} replays one; {@code
 * -Dcounterfoil.sim.histories=N} runs so many fresh ones, {@code -Plong} some hundreds. What
 * happened in them is counted and printed. {@link BreaksTest} shows that it finds what it is for.
 */
final class SimulationTest {
  private static final Logger LOG = LoggerFactory.getLogger(SimulationTest.class);
  static final int LENGTH = 60;

  /** From so many histories on, every fault and refusal must have been seen. */
  private static final int ENOUGH = 20;

  private static final List<Long> FIXED = List.of(1L, 4L);
  private static final int FRESH = 3;

  @TempDir Path folder;
  private int runs;

  @Test
  void keepsItsPromisesWhateverBefallsMessagesAndProcesses() throws Exception {
    Template template = Template.shared();
    Tally tally = new Tally();
    Instant start = Instant.now();
    Long only = Long.getLong("counterfoil.sim.seed");
    int fresh = Integer.getInteger("counterfoil.sim.histories", FRESH);
    for (long seed : only == null ? FIXED : List.of(only)) {
      run(History.of(seed, LENGTH), template, tally);
    }
    List<Long> tried = new ArrayList<>();
    SecureRandom random = new SecureRandom();
    for (int i = 0; only == null && i < fresh; i++) {
      long seed = random.nextInt(Integer.MAX_VALUE);
      tried.add(seed);
      run(History.of(seed, LENGTH), template, tally);
    }
    Duration took = Duration.between(start, Instant.now());
    System.out.printf("%d histories in %s, fresh seeds %s; %s%n", runs, took, tried, tally);
    if (runs >= ENOUGH) {
      assertThat(EVERY).allSatisfy(what -> assertThat(tally.of(what)).as(what).isPositive());
    }
  }

  private static final List<String> EVERY =
      List.of(
          "fault lost_request",
          "fault lost_answer",
          "fault cut_request",
          "fault cut_answer",
          "fault repeated",
          "fault delayed",
          "fault late-request",
          "fault partition",
          "fault client-crash",
          "fault server-crash",
          "fault crash_before_commit",
          "fault crash_in_commit",
          "seen rolled-back",
          "fault crash_after_commit",
          "fault clock-step",
          "seen repeated-answer",
          "seen garbled-answer",
          "seen interleaved",
          "seen act-in-flight",
          "seen refresh",
          "answer start-over SCOPE_CHANGED",
          "choice hand-over",
          "choice do-not",
          "scan Redeemed",
          "scan AsksAmount",
          "office issue applied",
          "office scope applied",
          "office refund applied",
          "office freeze applied",
          "scan Provisional",
          "result voucher-already-redeemed",
          "result voucher-frozen",
          "result voucher-wrong-store",
          "undo Undone");

  private void run(History history, Template template, Tally tally) throws Exception {
    try {
      history.run(template, fresh(), tally);
    } catch (AssertionError | RuntimeException failure) {
      LOG.error("seed {} fails; its history is being shortened", history.seed(), failure);
      History shortest = shortened(history, template, failure);
      throw new AssertionError(
          String.format(
              Locale.ROOT,
              "seed %d; again with -Dcounterfoil.sim.seed=%d -Dtest=SimulationTest; shortest: %s",
              history.seed(),
              history.seed(),
              shortest.steps()),
          failure);
    }
  }

  private Path fresh() throws Exception {
    return Files.createDirectory(folder.resolve("run-" + runs++));
  }

  /** Leaves out what the failure does not need. */
  private History shortened(History failing, Template template, Throwable failure)
      throws Exception {
    History shortest = failing;
    for (int size = failing.steps().size() / 2; size > 0; size /= 2) {
      for (int from = 0; from + size <= shortest.steps().size(); ) {
        History fewer = shortest.without(from, from + size);
        if (fails(fewer, template, failure)) {
          shortest = fewer;
        } else {
          from += size;
        }
      }
    }
    return shortest;
  }

  private boolean fails(History history, Template template, Throwable like) throws Exception {
    try {
      history.run(template, fresh(), new Tally());
      return false;
    } catch (AssertionError | RuntimeException failure) {
      return failure.getClass().equals(like.getClass());
    }
  }
}

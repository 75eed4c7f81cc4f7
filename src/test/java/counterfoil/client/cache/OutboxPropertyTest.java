package counterfoil.client.cache;

import static org.assertj.core.api.Assertions.assertThat;

import counterfoil.domain.voucher.Worth;
import counterfoil.protocol.CommandResult;
import counterfoil.protocol.Problem;
import counterfoil.protocol.ProblemCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

/** Whatever happens in whatever order, the outbox stays one chain and no act is lost. */
final class OutboxPropertyTest {
  /** What may happen next. */
  enum Step {
    ACT,
    SEND,
    APPLY,
    REFUSE,
    REPEAT,
    RESTART,
    START_OVER
  }

  @Property(tries = 40)
  void staysOneChainInOrderAndLosesNoAct(@ForAll @Size(max = 25) List<Step> steps)
      throws IOException {
    Path folder = Files.createTempDirectory("outbox");
    Model model = new Model(Store.make(folder));
    try {
      for (Step step : steps) {
        model.take(step);
        model.check();
      }
    } finally {
      model.store.close();
      delete(folder);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }

  /** What must hold, counted by hand. */
  private static final class Model {
    private static final int USES = 100;

    private Store store;
    private int acts;
    private int answered;
    private int applied;
    private int refused;

    Model(Store store) {
      this.store = store;
      store.cache.feed().apply(List.of(Store.voucher(7, 1, USES, USES)), "c", Store.NOW);
    }

    void take(Step step) throws IOException {
      switch (step) {
        case ACT -> {
          acts++;
          store.act(Store.redeem(Store.id(1000 + acts), 7));
        }
        case SEND -> store.send();
        case APPLY -> applied += answer(true);
        case REFUSE -> refused += answer(false);
        case REPEAT -> repeat();
        case RESTART -> {
          store.close();
          store = Store.again(store.folder);
        }
        case START_OVER -> {
          store.cache.feed().startOver();
          store.cache.feed().fill(List.of(Store.voucher(7, 1, USES, USES)), "d", Store.NOW);
          store.cache.feed().swap(Store.NOW);
        }
      }
    }

    private int answer(boolean good) {
      boolean sent =
          store.cache.outbox().state(Store.id(1001L + answered)).stream()
              .anyMatch(CommandState.SENT::equals);
      if (!sent) {
        return 0;
      }
      answered++;
      String id = Store.id(1000L + answered);
      CommandResult result =
          good
              ? CommandResult.applied(id, Store.id(7), 2L)
              : CommandResult.refused(id, null, Problem.of(ProblemCode.VOUCHER_FROZEN));
      store.cache.outbox().answer(List.of(result), Store.NOW);
      return 1;
    }

    private void repeat() {
      if (answered > 0) {
        CommandResult late = CommandResult.applied(Store.id(1001), Store.id(7), 9L);
        assertThat(store.cache.outbox().answer(List.of(late), Store.NOW).getFirst().changed())
            .isFalse();
      }
    }

    void check() {
      store.cache.outbox().verify();
      assertThat(store.cache.outbox().head().seq()).isEqualTo(acts);
      assertThat(store.cache.outbox().queue().waiting()).isEqualTo(acts - answered);
      assertThat(store.cache.inbox().open()).isEqualTo(refused);
      assertThat(applied + refused).isEqualTo(answered);
      assertThat(store.cache.outbox().batch(1_000, Long.MAX_VALUE))
          .extracting(QueuedCommand::seq)
          .isSorted()
          .hasSize(acts - answered);
      assertThat(store.cache.vouchers().byId(Store.id(7)).orElseThrow().voucher().worth())
          .isEqualTo(new Worth.Uses(USES, USES - acts + refused));
    }
  }
}

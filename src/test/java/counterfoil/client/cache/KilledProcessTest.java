package counterfoil.client.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A client that is killed in the middle of acts, without a moment to put anything in order. */
final class KilledProcessTest {
  private static final List<Integer> ROUNDS = List.of(1, 40, 7);

  @TempDir Path folder;

  @Test
  void hasEveryActThatItCalledDoneAndAnUnbrokenChain() throws Exception {
    try (Store store = Store.make(folder)) {
      store.cache.feed().apply(List.of(Store.voucher(7, 1, 9, 9)), "c1", Store.NOW);
    }
    List<String> done = new ArrayList<>();
    long next = 1_000;
    for (int acts : ROUNDS) {
      done.addAll(killedAfter(acts, next));
      next += 1_000_000;
      try (Store store = Store.again(folder)) {
        store.cache.outbox().verify();
        List<String> kept =
            store.cache.outbox().after(0, 1_000_000, Long.MAX_VALUE).stream()
                .map(QueuedCommand::id)
                .toList();
        assertThat(kept).containsSubsequence(done);
        assertThat(store.cache.outbox().head().seq()).isEqualTo(kept.size());
        assertThat(store.cache.redemptions().byId(done.getLast())).as("and is shown").isPresent();
      }
    }
  }

  /** What a process called done until it was killed; the last word may be cut, and counts not. */
  private List<String> killedAfter(int acts, long first) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                ActingProcess.class.getName(),
                folder.toString(),
                Long.toString(first))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    List<String> done = new ArrayList<>();
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      while (done.size() < acts) {
        String line = Objects.requireNonNull(out.readLine(), "the process acts");
        if (line.matches("[0-9a-f-]{36}")) {
          done.add(line);
        }
      }
    } finally {
      process.destroyForcibly().waitFor();
    }
    return done;
  }
}

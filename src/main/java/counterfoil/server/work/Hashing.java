package counterfoil.server.work;

import counterfoil.protocol.Problem;
import counterfoil.protocol.ProblemCode;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Lets few password hashes run at a time, for each takes 64 MiB and a processor. Some more wait
 * their turn; who comes on top of them is told to come again.
 */
final class Hashing {
  private static final int MOST_WAITING = 64;

  private final Semaphore running =
      new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()), true);

  <T> Answer<T> during(Supplier<Answer<T>> work) {
    if (running.getQueueLength() >= MOST_WAITING) {
      return new Answer.Refused<>(Problem.of(ProblemCode.BUSY).with("retry_after", 2));
    }
    running.acquireUninterruptibly();
    try {
      return work.get();
    } finally {
      running.release();
    }
  }
}

package counterfoil.server.http;

import counterfoil.protocol.Poke;
import counterfoil.server.work.Caller;
import counterfoil.server.work.Pokes;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Streams of Server-Sent Events that tell clients to pull. A stream holds at most one poke that was
 * not yet sent, since any poke means the same. It ends after a while, so that who may no longer
 * listen does not, and at the server's stop.
 */
final class LivePokes {
  static final Duration HEARTBEAT = Duration.ofSeconds(15);
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private final Pokes pokes;
  private final InstantSource clock;
  private final Duration heartbeat;
  private final Set<Stream> open = ConcurrentHashMap.newKeySet();
  private volatile boolean ended;

  LivePokes(Pokes pokes, InstantSource clock, Duration heartbeat) {
    this.pokes = pokes;
    this.clock = clock;
    this.heartbeat = heartbeat;
  }

  Reply stream(Caller caller) {
    return new Reply(
        200,
        Map.of(
            "Content-Type", "text/event-stream",
            "Cache-Control", "no-store",
            "X-Accel-Buffering", "no"),
        out -> run(caller, out));
  }

  private void run(Caller caller, OutputStream out) throws IOException {
    Stream stream = new Stream();
    open.add(stream);
    try (Pokes.Subscription _ = pokes.subscribe(caller, stream::poke)) {
      write(out, ": listening\n\n");
      Instant end = clock.instant().plus(LONGEST);
      while (!ended && clock.instant().isBefore(end)) {
        write(out, stream.next(heartbeat));
      }
    } finally {
      open.remove(stream);
    }
  }

  private static void write(OutputStream out, String event) throws IOException {
    out.write(event.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  int count() {
    return open.size();
  }

  /** Ends all streams. */
  void end() {
    ended = true;
    open.forEach(Stream::wake);
  }

  /** The event that waits for one client. */
  private static final class Stream {
    private static final String HEARTBEAT_COMMENT = ":\n\n";

    private final BlockingQueue<String> waiting = new ArrayBlockingQueue<>(1);

    void poke(Poke poke) {
      // A newer poke takes the place of one that was not sent: its cursor is the later one.
      waiting.poll();
      waiting.offer("event: poke\ndata: " + poke.text() + "\n\n");
    }

    void wake() {
      waiting.offer(HEARTBEAT_COMMENT);
    }

    String next(Duration heartbeat) {
      try {
        String event = waiting.poll(heartbeat.toMillis(), TimeUnit.MILLISECONDS);
        return event == null ? HEARTBEAT_COMMENT : event;
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        return HEARTBEAT_COMMENT;
      }
    }
  }
}

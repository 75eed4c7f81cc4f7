package counterfoil.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import counterfoil.fixture.RunningServer;
import counterfoil.fixture.Stores;
import counterfoil.server.work.Answer;
import counterfoil.server.work.Caller;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Streams of pokes by a clock that the test moves. */
final class HeartbeatTest {
  private static final Duration AT_ONCE = Duration.ofMillis(1);

  private RunningServer server;
  private Desk desk;

  @BeforeEach
  void start() throws Exception {
    server = RunningServer.start(Stores.Kind.SQLITE);
    desk = new Desk(server).signIn("fangqing");
  }

  @AfterEach
  void stop() {
    desk.close();
    server.close();
  }

  private Caller caller() {
    var known = server.work().sessions().caller(desk.token(), desk.client.key().thumbprint());
    return ((Answer.Done<Caller>) known).value();
  }

  /** Takes what a stream writes, and does something at each event. */
  private static final class Listener extends OutputStream {
    private final StringBuilder heard = new StringBuilder();
    private final Runnable atEach;
    private int events;

    private Listener(Runnable atEach) {
      this.atEach = atEach;
    }

    @Override
    public void write(int b) {
      heard.append((char) b);
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
      heard.append(new String(bytes, from, length, StandardCharsets.UTF_8));
      events++;
      atEach.run();
    }
  }

  @Test
  void beatsWhileNothingHappensAndEndsAfterTenMinutes() throws IOException {
    LivePokes pokes = new LivePokes(server.work().pokes(), server.clock(), AT_ONCE);
    Listener listener = new Listener(() -> server.clock().forward(Duration.ofMinutes(1)));
    pokes.stream(caller()).body().write(listener);
    assertThat(listener.heard).startsWith(": listening\n\n");
    assertThat(listener.heard.toString().replace(": listening\n\n", "")).matches("(:\n\n)+");
    assertThat(listener.events).isEqualTo(11);
    assertThat(pokes.count()).isZero();
  }

  @Test
  void endsEveryStreamWhenTheServerStops() throws IOException {
    LivePokes pokes = new LivePokes(server.work().pokes(), server.clock(), Duration.ofHours(1));
    Listener listener = new Listener(pokes::end);
    pokes.stream(caller()).body().write(listener);
    assertThat(listener.heard).startsWith(": listening\n\n");
    assertThat(pokes.count()).isZero();
  }
}

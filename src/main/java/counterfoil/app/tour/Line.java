package counterfoil.app.tour;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The line between the program and its server: a relay on the loopback interface that can be cut,
 * mended, and made to swallow the answers for a while. Knows nothing of what it carries.
 */
public final class Line implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Line.class);
  private static final int PIECE = 16 << 10;

  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("line-", 0).factory());
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final Object gate = new Object();
  private final int port;
  private volatile @Nullable InetSocketAddress server;
  private @Nullable ServerSocket listener;
  private boolean held;

  /** A line that leads nowhere yet, on a port that it keeps. */
  public Line() throws IOException {
    ServerSocket first = listen(0);
    this.port = first.getLocalPort();
    accept(first);
  }

  /** Leads to a server from now on; gives the address under which the program finds it. */
  public URI to(URI address) {
    server = new InetSocketAddress(address.getHost(), address.getPort());
    return URI.create("http://" + address.getHost() + ":" + port);
  }

  /** Nobody answers any more, as when the network is gone. */
  void cut() throws IOException {
    ServerSocket open = listener;
    listener = null;
    if (open != null) {
      open.close();
    }
    sockets.forEach(this::shut);
  }

  /** It carries again. */
  void mend() throws IOException {
    accept(listen(port));
  }

  /** What is asked still reaches the server; its answers wait. */
  void hold() {
    synchronized (gate) {
      held = true;
    }
  }

  /** The answers come. */
  void release() {
    synchronized (gate) {
      held = false;
      gate.notifyAll();
    }
  }

  private static ServerSocket listen(int port) throws IOException {
    ServerSocket socket = new ServerSocket();
    socket.setReuseAddress(true);
    socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    return socket;
  }

  private void accept(ServerSocket open) {
    listener = open;
    threads.execute(
        () -> {
          while (!open.isClosed()) {
            try {
              carry(open.accept());
            } catch (IOException ended) {
              LOG.debug("a connection of the line ended", ended);
            }
          }
        });
  }

  private void carry(Socket near) throws IOException {
    InetSocketAddress target = server;
    if (target == null) {
      shut(near);
      return;
    }
    Socket far = new Socket();
    sockets.add(near);
    sockets.add(far);
    try {
      far.connect(target);
    } catch (IOException unreachable) {
      shut(near);
      shut(far);
      throw unreachable;
    }
    threads.execute(() -> pump(near, far, false));
    threads.execute(() -> pump(far, near, true));
  }

  private void pump(Socket from, Socket to, boolean answers) {
    byte[] piece = new byte[PIECE];
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
        if (answers) {
          pass();
        }
        out.write(piece, 0, read);
        out.flush();
      }
    } catch (IOException ended) {
      LOG.debug("a connection of the line ended", ended);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      shut(from);
      shut(to);
    }
  }

  private void pass() throws InterruptedException {
    synchronized (gate) {
      while (held) {
        gate.wait();
      }
    }
  }

  private void shut(Socket socket) {
    sockets.remove(socket);
    try {
      socket.close();
    } catch (IOException e) {
      LOG.debug("a connection of the line did not end in order", e);
    }
  }

  /** Cuts it for good. */
  @Override
  public void close() throws IOException {
    cut();
    release();
    threads.shutdownNow();
  }
}

package counterfoil.client.sync;

import counterfoil.client.remote.Access;
import counterfoil.client.remote.Remote;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The stream on which the server says that something changed: one at most, open while the server
 * answers. May be used from any thread.
 */
public final class PokeStream implements AutoCloseable {
  private final SyncEngine engine;
  private final Remote remote;
  private final AtomicReference<Remote.@Nullable Stream> stream = new AtomicReference<>();

  /** A stream that is not open yet. */
  public PokeStream(SyncEngine engine, Remote remote) {
    this.engine = engine;
    this.remote = remote;
  }

  /**
   * Opens it when the server answers and none is open.
   *
   * @param wake called, on a thread of the connection, when the engine has a reason to step
   */
  public void open(Runnable wake) throws IOException {
    if (!(engine.status().link() instanceof Link.Online) || stream.get() != null) {
      return;
    }
    Optional<Access> access = engine.access();
    if (access.isEmpty()) {
      return;
    }
    Pokes pokes = new Pokes(wake);
    Remote.Stream opened = remote.live(access.get(), pokes);
    stream.set(opened);
    if (pokes.ended) {
      stream.compareAndSet(opened, null);
    }
  }

  @Override
  public void close() {
    Remote.Stream open = stream.getAndSet(null);
    if (open != null) {
      open.close();
    }
  }

  private final class Pokes implements Remote.PokeListener {
    private final Runnable wake;
    private volatile boolean stood;
    private volatile boolean ended;

    Pokes(Runnable wake) {
      this.wake = wake;
    }

    @Override
    public void opened() {
      stood = true;
      engine.pokesStand(true);
      wake.run();
    }

    @Override
    public void poked() {
      engine.poked();
      wake.run();
    }

    @Override
    public void closed() {
      ended = true;
      engine.pokesStand(false);
      stream.set(null);
      // A stream that broke is the first sign that the server is gone; one that never stood is
      // none.
      if (stood) {
        wake.run();
      }
    }
  }
}

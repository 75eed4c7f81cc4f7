package counterfoil.app;

import counterfoil.server.http.HttpServer;
import counterfoil.server.http.HttpSettings;
import counterfoil.server.store.Store;
import counterfoil.server.work.ServerWork;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A server in this process: store, use cases and HTTP, opened and closed together. */
final class RunningServer implements AutoCloseable {
  private final Store store;
  private final ServerWork work;
  private final HttpServer http;

  private RunningServer(Store store, ServerWork work, HttpServer http) {
    this.store = store;
    this.work = work;
    this.http = http;
  }

  /**
   * Starts to serve an open store, which is closed with it.
   *
   * @param folder the data folder, or null
   * @throws IOException when the port is taken or the certificate cannot be used; the store is
   *     closed then
   */
  static RunningServer start(
      Store store,
      @Nullable Path folder,
      HttpSettings settings,
      Duration tombstonesKept,
      World world)
      throws IOException {
    ServerWork work = ServerWork.open(store, world.surroundings(folder, tombstonesKept));
    try {
      HttpServer http =
          HttpServer.start(
              work,
              settings,
              new HttpServer.Surroundings(world.clock(), world.random(), world.ids()));
      return new RunningServer(store, work, http);
    } catch (IOException | IllegalArgumentException e) {
      work.close();
      store.close();
      throw e;
    }
  }

  /** Where it listens. */
  URI address() {
    return http.address();
  }

  /** Lets running requests end, then stops the writers and closes the store. */
  @Override
  public void close() throws IOException {
    try {
      http.close();
    } finally {
      work.close();
      store.close();
    }
  }
}

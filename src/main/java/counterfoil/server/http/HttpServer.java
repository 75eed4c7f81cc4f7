package counterfoil.server.http;

import counterfoil.server.work.ServerWork;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.eclipse.jetty.compression.gzip.GzipCompression;
import org.eclipse.jetty.compression.server.CompressionConfig;
import org.eclipse.jetty.compression.server.CompressionHandler;
import org.eclipse.jetty.http.pathmap.UriTemplatePathSpec;
import org.eclipse.jetty.server.ForwardedRequestCustomizer;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.server.handler.MinimumDataRateHandler;
import org.eclipse.jetty.server.handler.PathMappingsHandler;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.VirtualThreadPool;

/** The HTTP server: listens from its start until it is closed, which lets running requests end. */
public final class HttpServer implements AutoCloseable {
  private static final int MOST_REQUESTS = 20_000;
  private static final int HEADER_BYTES = 16 << 10;
  private static final Duration IDLE = Duration.ofSeconds(60);
  private static final Duration DRAIN = Duration.ofSeconds(20);

  /** Slowest a body may come in, so that nobody holds a thread by trickling. */
  private static final int LEAST_BYTES_A_SECOND = 16;

  private final Server server;
  private final ServerConnector connector;
  private final LivePokes live;
  private final HttpSettings settings;

  /**
   * What the server takes from the world around it.
   *
   * @param clock the server's time
   * @param random for nonces
   * @param ids names incidents
   */
  public record Surroundings(InstantSource clock, SecureRandom random, Supplier<String> ids) {}

  private HttpServer(
      Server server, ServerConnector connector, LivePokes live, HttpSettings settings) {
    this.server = server;
    this.connector = connector;
    this.live = live;
    this.settings = settings;
  }

  /**
   * Starts to listen.
   *
   * @throws IllegalArgumentException when the settings may not be used ({@link
   *     HttpSettings#refusal})
   * @throws IOException when the port is taken, or the certificate cannot be used
   */
  public static HttpServer start(ServerWork work, HttpSettings settings, Surroundings around)
      throws IOException {
    settings
        .refusal()
        .ifPresent(
            why -> {
              throw new IllegalArgumentException(why);
            });
    Gate gate = new Gate(work.sessions(), around.clock(), around.random());
    LivePokes live = new LivePokes(work.pokes(), around.clock(), LivePokes.HEARTBEAT);
    Metrics metrics = new Metrics();
    Server server = new Server(new VirtualThreadPool(MOST_REQUESTS));
    ServerConnector connector = connector(server, settings);
    server.addConnector(connector);
    RouteHandler.Shared shared =
        new RouteHandler.Shared(gate::nonce, around.ids(), metrics, settings.publicUrl());
    Handler routes = mapped(table(work, gate, live, metrics), shared);
    server.setHandler(
        new Dated(
            new GracefulHandler(
                new MinimumDataRateHandler(compressed(routes), LEAST_BYTES_A_SECOND, 0)),
            around.clock()));
    server.setErrorHandler(new Problems(around.clock()));
    server.setStopTimeout(DRAIN.toMillis());
    HttpServer http = new HttpServer(server, connector, live, settings);
    try {
      server.start();
    } catch (IOException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException("the HTTP server did not start", e);
    }
    return http;
  }

  private static RouteTable table(ServerWork work, Gate gate, LivePokes live, Metrics metrics)
      throws IOException {
    Routes routes = new Routes(work, gate);
    byte[] contract = contract();
    return new RouteTable()
        .add("POST", "/v1/sessions", routes::signIn)
        .add("POST", "/v1/sessions/refresh", routes::refresh)
        .add("DELETE", "/v1/sessions/current", routes::signOut)
        .add("GET", "/v1/changes", routes::changes)
        .add("GET", "/v1/changes/live", call -> live.stream(gate.worker(call)))
        .add("POST", "/v1/commands", routes::commands)
        .add("PUT", "/v1/attachments/{sha256}", routes::putAttachment)
        .add("GET", "/v1/attachments/{sha256}", routes::getAttachment)
        .add("POST", "/v1/external/redemptions", routes::external)
        .add("PUT", "/v1/users/{id}/password", routes::changePassword)
        .add("POST", "/v1/users/{id}/reset-code", routes::resetCode)
        .add("GET", "/v1/openapi.yaml", _ -> Reply.of("application/yaml", contract))
        .add("GET", "/health/live", _ -> Routes.live())
        .add("GET", "/health/ready", _ -> routes.ready())
        .add("GET", "/health/tenants/{id}", routes::holds)
        .add(
            "GET",
            "/metrics",
            _ ->
                Reply.of(
                    Metrics.MEDIA_TYPE,
                    metrics.text(live::count).getBytes(StandardCharsets.UTF_8)));
  }

  private static byte[] contract() throws IOException {
    try (InputStream in = HttpServer.class.getResourceAsStream("/counterfoil/openapi.yaml")) {
      if (in == null) {
        throw new IOException("openapi.yaml is missing");
      }
      return in.readAllBytes();
    }
  }

  private static Handler mapped(RouteTable table, RouteHandler.Shared shared) {
    PathMappingsHandler mappings = new PathMappingsHandler();
    table
        .routes()
        .forEach(
            (path, methods) -> {
              UriTemplatePathSpec spec = new UriTemplatePathSpec(path);
              mappings.addMapping(spec, new RouteHandler(spec, methods, shared));
            });
    return mappings;
  }

  private static Handler compressed(Handler handler) {
    CompressionHandler compression = new CompressionHandler();
    compression.putCompression(new GzipCompression());
    compression.putConfiguration(
        "/*",
        CompressionConfig.builder()
            .defaults()
            .compressExcludePath("/v1/changes/live")
            .compressExcludePath("/v1/attachments/*")
            .build());
    compression.setHandler(handler);
    return compression;
  }

  private static ServerConnector connector(Server server, HttpSettings settings)
      throws IOException {
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setSendDateHeader(false);
    http.setRequestHeaderSize(HEADER_BYTES);
    if (settings.behindProxy()) {
      http.addCustomizer(new ForwardedRequestCustomizer());
    }
    ServerConnector connector;
    if (settings.tls() == null) {
      connector = new ServerConnector(server, new HttpConnectionFactory(http));
    } else {
      // Clients check the certificate's names; which name a client asked for decides nothing here.
      http.addCustomizer(new SecureRequestCustomizer(false));
      connector =
          new ServerConnector(
              server,
              new SslConnectionFactory(ssl(settings.tls()), "http/1.1"),
              new HttpConnectionFactory(http));
    }
    connector.setHost(settings.host());
    connector.setPort(settings.port());
    connector.setIdleTimeout(IDLE.toMillis());
    return connector;
  }

  private static SslContextFactory.Server ssl(HttpSettings.Tls tls) throws IOException {
    SslContextFactory.Server ssl = new SslContextFactory.Server();
    try {
      ssl.setKeyStore(PemFiles.read(tls));
    } catch (GeneralSecurityException e) {
      throw new IOException("the certificate cannot be used: " + e.getMessage(), e);
    }
    ssl.setKeyStorePassword("");
    ssl.setIncludeProtocols("TLSv1.3", "TLSv1.2");
    return ssl;
  }

  /** Where it listens: scheme, host and the port that was bound. */
  public URI address() {
    String scheme = settings.tls() == null ? "http" : "https";
    String host = settings.host().contains(":") ? "[" + settings.host() + "]" : settings.host();
    return URI.create(scheme + "://" + host + ":" + connector.getLocalPort());
  }

  /** Takes no new request, lets the running ones end for up to 20 seconds, and stops. */
  @Override
  public void close() throws IOException {
    live.end();
    try {
      server.stop();
    } catch (Exception e) {
      throw new IOException("the HTTP server did not stop in order", e);
    }
  }
}

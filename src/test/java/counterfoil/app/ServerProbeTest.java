package counterfoil.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import counterfoil.app.ServerProbe.Finding;
import counterfoil.app.ServerProbe.Flaw;
import counterfoil.client.remote.ServerAddress;
import counterfoil.fixture.RunningServer;
import counterfoil.fixture.Stores;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Looking for a server")
final class ServerProbeTest {
  private static final Map<String, String> OURS =
      Map.of("/health/ready", "{}", "/v1/openapi.yaml", "info:\n  title: Counterfoil\n");
  private static final char[] PASSWORD = "secret".toCharArray();

  @TempDir Path folder;
  private @Nullable HttpServer server;

  @AfterEach
  void stop() {
    if (server != null) {
      server.stop(0);
    }
  }

  private static Finding look(String address, @Nullable KeyStore trusted, Duration patience)
      throws InterruptedException {
    assertThat(ServerAddress.read(address)).isInstanceOf(ServerAddress.Fits.class);
    return new ServerProbe(patience, trusted)
        .look(((ServerAddress.Fits) ServerAddress.read(address)).address());
  }

  private static Finding look(String address) throws InterruptedException {
    return look(address, null, Duration.ofSeconds(10));
  }

  /** Serves texts at their paths; a text that is empty stands for 503. */
  private int serve(HttpServer made, Map<String, String> texts) throws IOException {
    made.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    made.createContext(
        "/",
        exchange -> {
          String text = texts.get(exchange.getRequestURI().getPath());
          byte[] body = String.valueOf(text).getBytes(StandardCharsets.UTF_8);
          int status = text == null ? 404 : text.isEmpty() ? 503 : 200;
          exchange.sendResponseHeaders(status, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    made.start();
    server = made;
    return made.getAddress().getPort();
  }

  private KeyStore keys(String name) throws Exception {
    Path file = folder.resolve(name + ".p12");
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
            "-genkeypair",
            "-alias",
            "server",
            "-keyalg",
            "EC",
            "-dname",
            "CN=Counterfoil test",
            "-ext",
            "san=dns:" + name,
            "-storetype",
            "PKCS12",
            "-storepass",
            new String(PASSWORD),
            "-keystore",
            file.toString());
    Process made = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(made.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(made.waitFor()).as(said).isZero();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      keys.load(in, PASSWORD);
    }
    return keys;
  }

  private static KeyStore trust(KeyStore keys) throws Exception {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("server", keys.getCertificate("server"));
    return trusted;
  }

  private String serveTls(KeyStore keys) throws Exception {
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    HttpsServer made = HttpsServer.create();
    made.setHttpsConfigurator(new HttpsConfigurator(context));
    return "https://localhost:" + serve(made, OURS);
  }

  @Test
  void findsOurServer() throws Exception {
    try (RunningServer ours = RunningServer.start(Stores.Kind.SQLITE)) {
      assertThat(look(ours.address().toString()))
          .isInstanceOfSatisfying(
              Finding.Ours.class, found -> assertThat(found.certificate()).isEmpty());
    }
  }

  @Test
  void showsTheCertificateOfOneThatTheComputerTrusts() throws Exception {
    KeyStore keys = keys("localhost");

    assertThat(look(serveTls(keys), trust(keys), Duration.ofSeconds(10)))
        .isInstanceOfSatisfying(
            Finding.Ours.class,
            found -> assertThat(found.certificate()).contains(certificate(keys)));
  }

  @Test
  void showsButDoesNotTakeACertificateThatTheComputerDoesNotTrust() throws Exception {
    KeyStore keys = keys("localhost");

    assertThat(look(serveTls(keys), trust(keys("other")), Duration.ofSeconds(10)))
        .isInstanceOfSatisfying(
            Finding.Distrusted.class,
            found -> {
              assertThat(found.why()).isEqualTo(Flaw.UNKNOWN_ISSUER);
              assertThat(found.certificate()).contains(certificate(keys));
            });
  }

  @Test
  void tellsACertificateOfAnotherName() throws Exception {
    KeyStore keys = keys("hub.example");

    assertThat(look(serveTls(keys), trust(keys), Duration.ofSeconds(10)))
        .isInstanceOfSatisfying(
            Finding.Distrusted.class, found -> assertThat(found.why()).isEqualTo(Flaw.OTHER_NAME));
  }

  private static X509Certificate certificate(KeyStore keys) {
    try {
      return (X509Certificate) keys.getCertificate("server");
    } catch (KeyStoreException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void tellsAServerWithoutTls() throws Exception {
    try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> answerBadRequest(plain));
      assertThat(look("https://localhost:" + plain.getLocalPort())).isEqualTo(new Finding.NoTls());
    }
  }

  private static void answerBadRequest(ServerSocket plain) {
    try (Socket guest = plain.accept()) {
      guest.getInputStream().read();
      guest
          .getOutputStream()
          .write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void tellsAStrangerThatAnswers() throws Exception {
    assertThat(
            look("http://localhost:" + serve(HttpServer.create(), Map.of("/health/ready", "ok"))))
        .isEqualTo(new Finding.Stranger());
  }

  @Test
  void tellsAServerThatIsNotReady() throws Exception {
    assertThat(look("http://localhost:" + serve(HttpServer.create(), Map.of("/health/ready", ""))))
        .isEqualTo(new Finding.NotReady());
  }

  @Test
  void tellsThatNobodyListens() throws Exception {
    int free;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = socket.getLocalPort();
    }
    assertThat(look("http://localhost:" + free)).isEqualTo(new Finding.NobodyListens());
  }

  @Test
  void tellsThatNobodyAnswers() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThat(look("http://localhost:" + silent.getLocalPort(), null, Duration.ofMillis(300)))
          .isEqualTo(new Finding.NoAnswer());
    }
  }

  @Test
  void tellsANameThatDoesNotExist() throws Exception {
    assertThat(look("https://counterfoil.invalid")).isEqualTo(new Finding.NoSuchHost());
  }

  @Test
  void waitsForNoBodyThatNeverComes() throws Exception {
    HttpServer silent = HttpServer.create();
    silent.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    silent.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, 100);
          exchange.getResponseBody().flush();
        });
    silent.start();
    server = silent;
    String address = "http://localhost:" + silent.getAddress().getPort();
    assertThat(look(address, null, Duration.ofMillis(500))).isInstanceOf(Finding.NoAnswer.class);
  }
}

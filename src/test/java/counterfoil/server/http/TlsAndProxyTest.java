package counterfoil.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import counterfoil.fixture.ApiClient;
import counterfoil.fixture.RunningServer;
import counterfoil.fixture.Stores;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server beyond loopback: TLS of its own, or a proxy in front of it (RFC 9449 htu). */
final class TlsAndProxyTest {
  private static final String PUBLIC = "https://hub.example";
  private static final char[] PASSWORD = "changeit".toCharArray();

  @TempDir Path folder;

  private KeyStore certificate() throws Exception {
    Path file = folder.resolve("keys.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "server",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "SAN=dns:localhost,ip:127.0.0.1",
                "-validity",
                "36500",
                "-storetype",
                "PKCS12",
                "-storepass",
                new String(PASSWORD),
                "-keystore",
                file.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(keytool.waitFor()).as(said).isZero();
    return KeyStore.getInstance(file.toFile(), PASSWORD);
  }

  private Path pem(String name, String kind, byte[] der) throws IOException {
    String text =
        "-----BEGIN "
            + kind
            + "-----\n"
            + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
            + "\n-----END "
            + kind
            + "-----\n";
    return Files.writeString(folder.resolve(name), text);
  }

  private HttpSettings tls(KeyStore keys) throws Exception {
    return new HttpSettings(
        "127.0.0.1",
        0,
        new HttpSettings.Tls(
            pem("chain.pem", "CERTIFICATE", keys.getCertificate("server").getEncoded()),
            pem("key.pem", "PRIVATE KEY", keys.getKey("server", PASSWORD).getEncoded())),
        false,
        null);
  }

  private static HttpClient trusting(KeyStore keys) throws Exception {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("server", keys.getCertificate("server"));
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, factory.getTrustManagers(), null);
    return HttpClient.newBuilder().sslContext(context).build();
  }

  @Test
  void speaksTlsWithACertificateOfItsOwn() throws Exception {
    KeyStore keys = certificate();
    try (RunningServer server = RunningServer.start(Stores.Kind.SQLITE, tls(keys));
        ApiClient client = new ApiClient(server.address(), server.clock(), trusting(keys));
        ApiClient stranger = new ApiClient(server.address(), server.clock())) {
      assertThat(server.address().getScheme()).isEqualTo("https");
      client.signIn(server.counter());
      assertThat(client.get("/v1/changes?limit=1").statusCode()).isEqualTo(200);
      assertThat(List.of(server.counter()))
          .allSatisfy(
              account ->
                  org.assertj.core.api.Assertions.assertThatThrownBy(
                          () -> stranger.trySignIn(account.username(), account.password()))
                      .isInstanceOf(SSLHandshakeException.class));
    }
  }

  private static RunningServer start(boolean behindProxy, @Nullable String publicUrl) {
    return RunningServer.start(
        Stores.Kind.SQLITE, new HttpSettings("127.0.0.1", 0, null, behindProxy, publicUrl));
  }

  private static ApiClient hub(RunningServer server) {
    return new ApiClient(server.address(), server.clock()).named(URI.create(PUBLIC));
  }

  @Test
  void judgesProofsByThePublicAddressBehindAProxy() throws Exception {
    try (RunningServer server = start(true, PUBLIC + "/");
        ApiClient client = hub(server);
        ApiClient direct = new ApiClient(server.address(), server.clock())) {
      client.signIn(server.counter());
      assertThat(client.get("/v1/changes?limit=1").statusCode()).isEqualTo(200);
      Desk.refused(signIn(direct, server), 401, "proof-invalid");
    }
  }

  @Test
  void believesWhatTheProxyForwardsWhenThereIsNoPublicAddress() throws Exception {
    Map<String, String> forwarded =
        Map.of("X-Forwarded-Proto", "https", "X-Forwarded-Host", "hub.example");
    try (RunningServer server = start(true, null);
        ApiClient client = hub(server).forwarded(forwarded);
        ApiClient direct = hub(server)) {
      client.signIn(server.counter());
      assertThat(client.get("/v1/changes?limit=1").statusCode()).isEqualTo(200);
      Desk.refused(signIn(direct, server), 401, "proof-invalid");
    }
    try (RunningServer server = start(false, null);
        ApiClient client = hub(server).forwarded(forwarded)) {
      Desk.refused(signIn(client, server), 401, "proof-invalid");
    }
  }

  private static HttpResponse<byte[]> signIn(ApiClient client, RunningServer server)
      throws IOException {
    return client.trySignIn(server.counter().username(), server.counter().password());
  }
}

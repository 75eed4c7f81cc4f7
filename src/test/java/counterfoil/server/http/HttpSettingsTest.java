package counterfoil.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Nobody listens in the clear where others can hear. */
class HttpSettingsTest {
  private static final HttpSettings.Tls TLS =
      new HttpSettings.Tls(Path.of("cert.pem"), Path.of("key.pem"));

  @Test
  void plainHttpStaysOnTheLoopbackInterface() {
    assertThat(HttpSettings.loopback(0).refusal()).isEmpty();
    assertThat(new HttpSettings("::1", 0, null, false, null).refusal()).isEmpty();
    assertThat(new HttpSettings("0.0.0.0", 0, null, false, null).refusal())
        .hasValueSatisfying(why -> assertThat(why).contains("--tls-cert", "--behind-proxy"));
  }

  @Test
  void tlsOrAProxyOpensTheNetwork() {
    assertThat(new HttpSettings("0.0.0.0", 0, TLS, false, null).refusal()).isEmpty();
    assertThat(new HttpSettings("0.0.0.0", 0, null, true, null).refusal()).isEmpty();
  }
}

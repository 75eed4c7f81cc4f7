package counterfoil.viewmodel.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("About")
final class AboutViewModelTest {
  @Test
  void saysWhatItWasTold() {
    AboutViewModel about = new AboutViewModel("0.1.0", "Java 25", "data", "server");

    assertThat(about)
        .extracting(
            AboutViewModel::version,
            AboutViewModel::runtime,
            AboutViewModel::data,
            AboutViewModel::server)
        .containsExactly("0.1.0", "Java 25", "data", "server");
  }
}
